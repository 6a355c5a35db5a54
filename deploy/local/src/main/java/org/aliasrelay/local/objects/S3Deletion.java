package org.aliasrelay.local.objects;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What {@code DeleteObjects} asks for.
 *
 * @param quiet whether only errors shall be answered
 */
record S3Deletion(List<String> keys, boolean quiet) {
  /** S3's limit. */
  private static final int MOST = 1_000;

  private static final XMLInputFactory FACTORY = factory();

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /**
   * @throws S3Exception if it is no list of 1 to 1,000 keys
   */
  static S3Deletion read(byte[] body) {
    List<String> keys = new ArrayList<>();
    boolean quiet = false;
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "Key" -> keys.add(xml.getElementText());
            case "Quiet" -> quiet = xml.getElementText().strip().equals("true");
            default -> {}
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new S3Exception(S3Error.MALFORMED_XML);
    }
    if (keys.isEmpty() || keys.size() > MOST || keys.contains("")) {
      throw new S3Exception(S3Error.MALFORMED_XML);
    }
    return new S3Deletion(keys, quiet);
  }
}
