package org.aliasrelay.alias.sealing;

class LocalMasterKeyTest implements MasterKeyContract {
  @Override
  public MasterKey masterKey() throws Exception {
    return new LocalMasterKey(Keyset.generate());
  }
}
