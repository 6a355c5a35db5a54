package org.aliasrelay.alias.sealing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;

/** The file with the local keys: opened if it fits the database, made only for an empty one. */
final class KeysetFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;

  KeysetFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /**
   * Opens or makes the keyset.
   *
   * @param check what {@link Keyset#check} gave when the database was empty
   * @param inUse whether the database holds anything that was made with a keyset
   * @throws KeysetUnusable if going on would make what is stored unreadable
   */
  Keyset open(Optional<byte[]> check, boolean inUse) {
    try {
      boolean bound = inUse || check.isPresent();
      if (!Files.exists(path) && bound) {
        throw new KeysetUnusable(
            path, "is missing, but the database holds data sealed with it. Restore the file");
      }
      Keyset keyset = Files.exists(path) ? read() : create();
      if (check.isPresent() ? !keyset.passes(check.get()) : inUse) {
        throw new KeysetUnusable(
            path, "is not the one that sealed the data in the database. Restore the right file");
      }
      return keyset;
    } catch (IOException e) {
      throw new KeysetUnusable(path, "cannot be read or made (" + e.getClass().getName() + ")");
    } catch (GeneralSecurityException e) {
      throw new KeysetUnusable(path, "holds no usable keys");
    }
  }

  private void put(Path draft) throws IOException {
    try {
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Not every file system has links; then two at the same moment are nobody's business.
      Files.move(draft, path);
    }
  }

  private Keyset read() throws IOException, GeneralSecurityException {
    Map<String, String> keysets;
    try {
      keysets = JSON.readValue(path.toFile(), new TypeReference<Map<String, String>>() {});
    } catch (JacksonException e) {
      // Without the cause: it would repeat a part of the file.
      throw new KeysetUnusable(path, "is not a keyset file");
    }
    return Keyset.parse(keysets);
  }

  /**
   * Written beside its place and linked there, so that a crash leaves no half of a key, and of two
   * who make one at the same time both get the first.
   */
  private Keyset create() throws IOException, GeneralSecurityException {
    Keyset keyset = Keyset.generate();
    Path folder = path.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path draft =
        Files.createTempFile(
            folder,
            ".keyset",
            ".draft",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(keyset.toJson()));
      put(draft);
      return keyset;
    } catch (FileAlreadyExistsException e) {
      return read();
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
