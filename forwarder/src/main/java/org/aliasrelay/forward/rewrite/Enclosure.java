package org.aliasrelay.forward.rewrite;

/**
 * A multipart round a leaf.
 *
 * @param type media type in lower case
 * @param boundary between its parts
 * @param index which of its parts holds the leaf, from 0
 */
public record Enclosure(String type, String boundary, int index) {}
