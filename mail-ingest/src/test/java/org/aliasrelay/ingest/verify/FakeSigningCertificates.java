package org.aliasrelay.ingest.verify;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Certificates in memory; remembers what was asked for. */
final class FakeSigningCertificates implements SigningCertificates {
  private final Map<URI, Lookup> answers = new HashMap<>();
  private final List<URI> asked = new ArrayList<>();

  FakeSigningCertificates answer(String place, Lookup lookup) {
    answers.put(URI.create(place), lookup);
    return this;
  }

  List<URI> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Lookup find(URI place) {
    asked.add(place);
    return answers.getOrDefault(place, new Lookup.Missing());
  }
}
