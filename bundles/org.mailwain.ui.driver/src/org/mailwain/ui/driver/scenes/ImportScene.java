package org.mailwain.ui.driver.scenes;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.swt.widgets.Control;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;

/** The wizard that makes a mailbox list of a CSV of another make. */
public final class ImportScene implements Scene {
    private static final String LIST = """
            Abteilung;Vorname;Nachname;E-Mail;Benutzername;Kennwort
            Einkauf;J\u00fcrgen;M\u00fcller;j.mueller@contoso.example;mueller;Sommer-2024
            Einkauf;Ute;Gro\u00df;u.gross@contoso.example;gross;Winter-2023
            Lager;Zo\u00eb;Lang;z.lang@contoso.example;lang;Herbst-2024
            """;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void play(Driver driver) throws Exception {
        Path csv = Files.createTempDirectory("scene").resolve("personal.csv");
        Files.write(csv, LIST.getBytes(Charset.forName("windows-1252")));
        driver.workbench().command("org.mailwain.ui.new", Map.of("wizard", "org.mailwain.ui.lists.import"));
        driver.type("import.file", csv.toString());
        driver.wizard().next();
        driver.find(Control.class, "format.preview");
        driver.picture(name());
        driver.wizard().next();
        driver.find(Control.class, "meaning.EmailAddress");
        driver.picture("import-columns");
    }
}
