package org.mailwain.presenters.endpoints;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.project.Catalog;
import org.mailwain.project.EndpointFile;
import org.mailwain.project.ProjectFolder;
import org.mailwain.project.yaml.YamlDocument;

/** An endpoint that has no file yet. For one thread, but for what is said to wait. */
public final class EndpointDraft {
    private static final String USUAL_KIND = "imap";
    private static final String UNNAMED = "new";

    private final Catalog catalog;
    private final YamlEditing editing;
    private String name = "";

    public EndpointDraft(Catalog catalog) {
        this.catalog = catalog;
        String kind = catalog.kinds().contains(USUAL_KIND)
                ? USUAL_KIND
                : catalog.kinds().stream().findFirst().orElse("");
        editing = new YamlEditing(
                UNNAMED + EndpointFile.SUFFIX, ("kind: " + kind + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public YamlEditing editing() {
        return editing;
    }

    /** @param typed may be empty as long as nobody has typed one */
    public void name(String typed) {
        name = typed;
    }

    /** As operations know it. */
    public String name() {
        return name.isEmpty() ? UNNAMED : name;
    }

    /** The project's files with this one among them. */
    public ProjectFolder contents(ProjectFolder project) {
        return project.withUnsaved(name() + EndpointFile.SUFFIX, bytes());
    }

    /** What the file is to hold. */
    public byte[] bytes() {
        try {
            return editing.bytes();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("UTF-8 takes every text", e);
        }
    }

    /** What is wrong with a text of it; waits for the disk, where other files are named in it. On any thread. */
    public static List<Problem> problems(Catalog catalog, YamlDocument document, ProjectFolder project) {
        return EndpointFile.read(UNNAMED, document, catalog, project.path(), null)
                .problems();
    }

    public Catalog catalog() {
        return catalog;
    }
}
