package org.aliasrelay.alias.services;

/** The role of another service of the relay. */
public final class ServiceRole {
  /** For {@code @RolesAllowed}. No key and no access token ever has it. */
  public static final String NAME = "service";

  private ServiceRole() {}
}
