package org.mailwain.project.yaml;

import java.util.List;
import java.util.Random;

/** Writes YAML as persons do: every style, comments everywhere, any line end. */
final class RandomYaml {
    private static final List<String> SCALARS = List.of(
            "plain",
            "993",
            "\"a \\\"b\\\" # c\"",
            "'it''s'",
            "two words",
            "über/Ordner",
            "😀",
            "~",
            "yes",
            "\"\"",
            "35 MB");

    private final Random random;
    private final String lineEnd;

    RandomYaml(Random random) {
        this.random = random;
        this.lineEnd = random.nextInt(3) == 0 ? "\r\n" : "\n";
    }

    String document() {
        StringBuilder text = new StringBuilder();
        trivia(text, 0);
        if (random.nextInt(10) == 0) {
            text.append("---").append(lineEnd);
        }
        mapping(text, 0, 0);
        if (random.nextInt(4) == 0 && !text.toString().endsWith("other: line" + lineEnd)) {
            text.setLength(text.length() - lineEnd.length());
        }
        return text.toString();
    }

    private void mapping(StringBuilder text, int indent, int depth) {
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            if (i > 0 || !text.toString().endsWith("- ")) {
                text.append(" ".repeat(indent));
            }
            text.append(random.nextInt(8) == 0 ? "'key" + i + "'" : "key" + i).append(":");
            value(text, indent, depth, false);
        }
    }

    private void value(StringBuilder text, int indent, int depth, boolean item) {
        int kind = depth > 2 ? 2 + random.nextInt(6) : random.nextInt(8);
        switch (kind) {
            case 0 -> {
                int step = random.nextBoolean() ? 2 : 4;
                comment(text);
                text.append(lineEnd);
                trivia(text, indent + step);
                mapping(text, indent + step, depth + 1);
                trivia(text, indent);
            }
            case 1 -> list(text, indent, depth, item);
            case 2 -> end(text.append(" ").append(flow(0)));
            case 3 -> block(text, indent);
            case 4 -> end(text);
            case 5 ->
                end(text.append(" first")
                        .append(lineEnd)
                        .append(" ".repeat(indent + 3))
                        .append("second"));
            default -> end(text.append(" ").append(SCALARS.get(random.nextInt(SCALARS.size()))));
        }
    }

    private void list(StringBuilder text, int indent, int depth, boolean item) {
        int at = indent + (item || random.nextBoolean() ? 2 : 0);
        comment(text);
        text.append(lineEnd);
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            trivia(text, at);
            text.append(" ".repeat(at)).append("-");
            if (depth < 2 && random.nextInt(3) == 0) {
                text.append(" ");
                mapping(text, at + 2, depth + 1);
            } else {
                value(text, at, depth + 1, true);
            }
        }
    }

    private void block(StringBuilder text, int indent) {
        String[] headers = {"|", ">", "|-", "|+", ">-"};
        String inner = lineEnd + " ".repeat(indent + 2);
        text.append(" ").append(headers[random.nextInt(headers.length)]);
        comment(text);
        text.append(inner)
                .append("line # no comment")
                .append(inner)
                .append("other: line")
                .append(lineEnd);
        if (random.nextInt(3) == 0) {
            text.append(lineEnd);
        }
    }

    private String flow(int depth) {
        int size = random.nextInt(3);
        boolean braces = random.nextBoolean();
        StringBuilder text = new StringBuilder(braces ? "{" : "[");
        for (int i = 0; i < size; i++) {
            text.append(i > 0 ? ", " : random.nextBoolean() ? " " : "").append(braces ? "f" + i + ": " : "");
            text.append(depth < 1 && random.nextInt(3) == 0 ? flow(depth + 1) : "v" + i);
        }
        return text.append(random.nextInt(3) == 0 ? " " : "")
                .append(braces ? "}" : "]")
                .toString();
    }

    private void end(StringBuilder text) {
        comment(text);
        text.append(lineEnd);
    }

    private void comment(StringBuilder text) {
        if (random.nextInt(3) == 0) {
            text.append("  # says: [something, \"odd");
        }
    }

    private void trivia(StringBuilder text, int indent) {
        for (int i = random.nextInt(4); i > 2; i--) {
            text.append(random.nextBoolean() ? "" : " ".repeat(indent) + "# comment: here")
                    .append(lineEnd);
        }
    }
}
