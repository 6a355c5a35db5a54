package org.aliasrelay.forward.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.contract.NoticeRequest;
import org.aliasrelay.forward.InternalConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of alias-api, or none, means for the mail. */
class HttpDeliveryPlansTest {
  private Supplier<NoticePlan> answer = NoticePlan.Withdrawn::new;

  private NoticePlan ask() throws Exception {
    return new HttpDeliveryPlans(new Api(), new Settings("", "secret")).notice("digest-1");
  }

  private record Settings(String url, String credential) implements InternalConfig {}

  private final class Api implements AliasApi {
    @Override
    public DeliveryPlan plan(String authorization, DeliveryRequest request) {
      throw new AssertionError("nobody asks for one");
    }

    @Override
    public NoticePlan notice(String authorization, NoticeRequest request) {
      assertThat(authorization).isEqualTo("Service secret");
      assertThat(request).isEqualTo(new NoticeRequest("digest-1"));
      return answer.get();
    }
  }

  @Test
  void passesTheAnswerOn() throws Exception {
    assertThat(ask()).isEqualTo(new NoticePlan.Withdrawn());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422})
  void takesARefusalOfTheQuestionForOne(int status) {
    answer = failing(new WebApplicationException(status));
    assertThatThrownBy(this::ask).isInstanceOf(PlanRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void waitsWhateverElseItSays(int status) {
    answer = failing(new WebApplicationException(status));
    assertThatThrownBy(this::ask).isInstanceOf(PlansUnavailableException.class);
  }

  /** Also where it had begun to answer. */
  @Test
  void waitsWhereThereIsNoWholeAnswer() {
    for (RuntimeException failure :
        new RuntimeException[] {new ProcessingException("x"), new HttpClosedException("y")}) {
      answer = failing(failure);
      assertThatThrownBy(this::ask).isInstanceOf(PlansUnavailableException.class);
    }
  }

  private static Supplier<NoticePlan> failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }
}
