package org.aliasrelay.ingest.verify;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the certificates last used. Only what was found: an outage is not remembered. */
final class CachedSigningCertificates implements SigningCertificates {
  /** Amazon signs with one certificate at a time, and changes it about once a year. */
  static final int CAPACITY = 10;

  private final SigningCertificates source;
  private final Map<URI, Lookup.Found> recent = new LeastRecentlyUsed<>();

  CachedSigningCertificates(SigningCertificates source) {
    this.source = source;
  }

  @Override
  public Lookup find(URI place) {
    Lookup.Found known = recall(place);
    if (known != null) {
      return known;
    }
    Lookup lookup = source.find(place);
    if (lookup instanceof Lookup.Found found) {
      synchronized (recent) {
        recent.put(place, found);
      }
    }
    return lookup;
  }

  private Lookup.@Nullable Found recall(URI place) {
    synchronized (recent) {
      return recent.get(place);
    }
  }

  private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    LeastRecentlyUsed() {
      super(CAPACITY, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > CAPACITY;
    }
  }
}
