package org.mailwain.api.folder;

import java.util.Optional;

/**
 * One line of a folder map.
 *
 * @param from source folder in Unicode with {@code /}: a name, a pattern with {@code *} for any part of one name and
 *     {@code **} for any depth, or a well-known token such as {@code #Sent#}; {@code Name/**} is everything under Name
 * @param to target folder; {@code *} and {@code **} stand for what they matched; empty leaves the folder out
 */
public record FolderRule(String from, Optional<String> to) {}
