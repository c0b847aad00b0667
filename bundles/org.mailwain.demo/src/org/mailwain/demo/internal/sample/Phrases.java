package org.mailwain.demo.internal.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people of one language write about. */
record Phrases(Map<String, List<String>> sections) {
    static Phrases of(String language) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : Resources.lines("phrases_" + language + ".txt")) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else {
                section.add(line);
            }
        }
        return new Phrases(sections);
    }

    String any(String section, Random random) {
        List<String> choices = sections.get(section);
        return choices.get(random.nextInt(choices.size()));
    }

    String greeting() {
        return sections.get("greetings").getFirst();
    }

    String farewell() {
        return sections.get("greetings").getLast();
    }
}
