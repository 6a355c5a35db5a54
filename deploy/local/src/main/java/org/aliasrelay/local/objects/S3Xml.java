package org.aliasrelay.local.objects;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.aliasrelay.local.objects.ObjectStore.StoredObject;

/** S3's answers in XML. */
final class S3Xml {

  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private S3Xml() {}

  @FunctionalInterface
  private interface Content {
    void writeTo(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** In no namespace: some clients look for a root that is named so and nothing more. */
  static String error(S3Error error) {
    return document(
        "Error",
        "",
        xml -> {
          text(xml, "Code", error.code());
          text(xml, "Message", error.code());
        });
  }

  static String buckets(List<String> names) {
    return document(
        "ListAllMyBucketsResult",
        xml -> {
          xml.writeStartElement("Buckets");
          for (String name : names) {
            xml.writeStartElement("Bucket");
            text(xml, "Name", name);
            xml.writeEndElement();
          }
          xml.writeEndElement();
        });
  }

  /**
   * One page of a bucket, for {@code ListObjects} and {@code ListObjectsV2} alike.
   *
   * @param objects what there is of the names on the page
   */
  static String page(String bucket, Page.Query query, Page page, List<StoredObject> objects) {
    return document(
        "ListBucketResult",
        xml -> {
          text(xml, "Name", bucket);
          text(xml, "Prefix", query.prefix());
          if (!query.delimiter().isEmpty()) {
            text(xml, "Delimiter", query.delimiter());
          }
          text(xml, "MaxKeys", Integer.toString(query.limit()));
          text(xml, "KeyCount", Integer.toString(objects.size() + page.prefixes().size()));
          String next = page.next();
          text(xml, "IsTruncated", Boolean.toString(next != null));
          if (next != null) {
            text(xml, "NextContinuationToken", next);
            text(xml, "NextMarker", next);
          }
          for (String prefix : page.prefixes()) {
            xml.writeStartElement("CommonPrefixes");
            text(xml, "Prefix", prefix);
            xml.writeEndElement();
          }
          for (StoredObject object : objects) {
            xml.writeStartElement("Contents");
            text(xml, "Key", object.name().key());
            text(xml, "LastModified", object.modified().truncatedTo(ChronoUnit.MILLIS).toString());
            text(xml, "ETag", '"' + object.facts().etag() + '"');
            text(xml, "Size", Long.toString(object.facts().length()));
            text(xml, "StorageClass", "STANDARD");
            xml.writeEndElement();
          }
        });
  }

  static String deleted(List<String> keys) {
    return document(
        "DeleteResult",
        xml -> {
          for (String key : keys) {
            xml.writeStartElement("Deleted");
            text(xml, "Key", key);
            xml.writeEndElement();
          }
        });
  }

  private static String document(String root, Content content) {
    return document(root, NAMESPACE, content);
  }

  private static String document(String root, String namespace, Content content) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      if (!namespace.isEmpty()) {
        xml.writeDefaultNamespace(namespace);
      }
      content.writeTo(xml);
      xml.writeEndDocument();
      xml.close();
      return out.toString();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void text(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
