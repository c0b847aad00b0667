package org.mailwain.demo.server;

import java.util.List;

/** What a server with labels tells of a message besides (Gmail's X-GM-EXT-1). Any thread may call. */
public interface Labelled {
    /** X-GM-MSGID: the same in every folder. */
    long id();

    /** X-GM-LABELS, system labels with a backslash; that of the folder that is open is left out, as Gmail does. */
    List<String> labels(String openFolder);
}
