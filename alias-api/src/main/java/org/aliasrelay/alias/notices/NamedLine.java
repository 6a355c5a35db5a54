package org.aliasrelay.alias.notices;

import org.aliasrelay.alias.contract.EmailAddress;

/** A line with the address that the owner knows the alias by. */
record NamedLine(EmailAddress alias, Line line) {}
