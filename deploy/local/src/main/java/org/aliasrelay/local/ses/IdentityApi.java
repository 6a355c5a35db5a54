package org.aliasrelay.local.ses;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The identities that may send, as SES v2 shows them: the relay domain, which is verified. */
final class IdentityApi {
  private static final String PATH = "/v2/email/identities";

  private final String mailDomain;

  IdentityApi(String mailDomain) {
    this.mailDomain = mailDomain;
  }

  void mount(Router router) {
    router.get(PATH).handler(context -> SesPort.v2Answer(context, 200, list().encode()));
    router.get(PATH + "/:identity").handler(this::find);
  }

  private JsonObject list() {
    return new JsonObject()
        .put(
            "EmailIdentities",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("IdentityName", mailDomain)
                        .put("IdentityType", "DOMAIN")
                        .put("SendingEnabled", true)
                        .put("VerificationStatus", "SUCCESS")));
  }

  private void find(RoutingContext context) {
    String identity = context.pathParam("identity");
    if (mailDomain.equalsIgnoreCase(identity)) {
      SesPort.v2Answer(context, 200, verified().encode());
    } else {
      SesPort.v2Error(
          context,
          new SesException(
              SesError.NOT_FOUND, "Email identity <" + identity + "> does not exist."));
    }
  }

  private static JsonObject verified() {
    return new JsonObject()
        .put("IdentityType", "DOMAIN")
        .put("FeedbackForwardingStatus", true)
        .put("VerifiedForSendingStatus", true)
        .put("VerificationStatus", "SUCCESS")
        .put(
            "DkimAttributes",
            new JsonObject()
                .put("SigningEnabled", true)
                .put("Status", "SUCCESS")
                .put("SigningAttributesOrigin", "AWS_SES")
                .put("Tokens", new JsonArray()))
        .put("MailFromAttributes", new JsonObject().put("BehaviorOnMxFailure", "USE_DEFAULT_VALUE"))
        .put("Policies", new JsonObject())
        .put("Tags", new JsonArray());
  }
}
