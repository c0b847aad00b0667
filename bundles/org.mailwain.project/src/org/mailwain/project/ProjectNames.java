package org.mailwain.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.project.settings.Nearest;

/** What files of a project may be called. */
public final class ProjectNames {
    /** As Exchange Online takes the name of a batch. */
    public static final int MOST_CHARACTERS = 64;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1," + MOST_CHARACTERS + "}");
    private static final List<String> SUFFIXES = List.of(EndpointFile.SUFFIX, BatchFile.SUFFIX, FolderMapFile.SUFFIX);

    private ProjectNames() {}

    /** Letters, digits, hyphens and underscores, at most {@value #MOST_CHARACTERS}. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The nearest that is a name. */
    public static String suggestion(String name) {
        String bare = name.strip().replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
        String cut = bare.length() > MOST_CHARACTERS ? bare.substring(0, MOST_CHARACTERS) : bare;
        return cut.isEmpty() ? "batch" : cut;
    }

    static Optional<String> suffix(String file) {
        return SUFFIXES.stream().filter(file::endsWith).findFirst();
    }

    /** A file with a bad name, or one that looks as if it was meant to be of the project. */
    static Optional<Problem> check(String file) {
        Optional<String> suffix = suffix(file);
        if (suffix.isPresent()) {
            String name = file.substring(0, file.length() - suffix.get().length());
            return isName(name)
                    ? Optional.empty()
                    : Optional.of(problem(
                            file, Severity.ERROR, ProjectFailure.FILE_NAME, name, suggestion(name) + suffix.get()));
        }
        return meant(file).map(wanted -> problem(file, Severity.WARNING, ProjectFailure.FILE_UNKNOWN, file, wanted));
    }

    /** {@code old.endpont.yml} was meant to be {@code old.endpoint.yaml}. */
    private static Optional<String> meant(String file) {
        String[] parts = file.split("\\.");
        if (parts.length < 3 || !List.of("yaml", "yml").contains(parts[parts.length - 1])) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        SUFFIXES.forEach(suffix -> words.add(suffix.split("\\.")[1]));
        List<String> near = Nearest.of(parts[parts.length - 2], words);
        int end = file.length() - parts[parts.length - 1].length() - parts[parts.length - 2].length() - 2;
        return near.stream().findFirst().map(word -> file.substring(0, end) + "." + word + ".yaml");
    }

    private static Problem problem(
            String file, Severity severity, ProjectFailure code, String argument, String suggestion) {
        return new Problem(file, 0, 0, 0, severity, code.with(argument), List.of(suggestion));
    }
}
