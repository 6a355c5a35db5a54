package org.aliasrelay.alias.keys;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody shows an API key. */
final class ApiKeyRequest extends BaseAuthenticationRequest {
  private final ApiKeyText key;

  ApiKeyRequest(ApiKeyText key) {
    this.key = key;
  }

  ApiKeyText key() {
    return key;
  }
}
