package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.aliasrelay.testkit.CorpusFolder;
import org.junit.jupiter.api.Test;

/**
 * A folder of messages through the rewriter: {@code -Dcorpus=<folder>}. Each comes to an end that
 * has a name; what SES takes keeps every byte; a second parser reads in the outcome what it reads
 * in the message. Each is tried as it was found and as SMTP delivers it.
 */
class CorpusTest {
  @Test
  void everyMessageComesToANamedEndAndKeepsItsContent() throws Exception {
    String folder = System.getProperty("corpus", "");
    assumeTrue(!folder.isEmpty(), "no corpus was given: -Dcorpus=<folder>");
    CorpusReport asFound = new CorpusReport();
    CorpusReport delivered = new CorpusReport();
    List<Path> files = CorpusFolder.files(Path.of(folder));
    for (Path file : files) {
      for (CorpusFolder.Message message : CorpusFolder.in(Path.of(folder), file)) {
        asFound.add(message.name(), message.bytes());
        delivered.add(message.name(), message.withCrlf());
      }
    }
    System.out.println("corpus: " + files.size() + " files");
    System.out.println("as found: " + asFound);
    System.out.println("with CRLF: " + delivered);
    assertThat(delivered.messages()).as("messages").isPositive();
    assertThat(asFound.faults()).isEmpty();
    assertThat(delivered.faults()).isEmpty();
  }
}
