package org.mailwain.report.internal.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** One A4 page that is filled from the top; lengths in points. */
final class Canvas implements AutoCloseable {
    /** Red, green, blue from 0 to 255. */
    record Ink(int red, int green, int blue) {}

    static final Ink BLACK = new Ink(0x1c, 0x21, 0x28);
    static final Ink GREY = new Ink(0x57, 0x60, 0x6a);
    static final Ink LINE = new Ink(0xd5, 0xda, 0xe0);

    static final float MARGIN = 48;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDPageContentStream content;
    private final Face face;
    private float top = PDRectangle.A4.getHeight() - MARGIN;

    Canvas(PDDocument document, Face face) throws IOException {
        this.face = face;
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
    }

    Face face() {
        return face;
    }

    /** Where the next thing begins, from the bottom. */
    float top() {
        return top;
    }

    void down(float by) {
        top -= by;
    }

    /** Draws at a place below the top, without moving it. */
    void text(String text, float x, float below, float size, boolean bold, Ink ink) throws IOException {
        content.beginText();
        ink(ink);
        content.setFont(face.font(), size);
        content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.setLineWidth(size * 0.03f);
        content.newLineAtOffset(MARGIN + x, top - below);
        content.showText(face.show(text));
        content.endText();
    }

    void right(String text, float x, float below, float size, boolean bold, Ink ink) throws IOException {
        text(text, x - face.width(text, size), below, size, bold, ink);
    }

    /** Lines one below the other, and moves down behind them. */
    void lines(List<String> lines, float x, float size, boolean bold, Ink ink) throws IOException {
        for (String line : lines) {
            down(size * 1.35f);
            text(line, x, 0, size, bold, ink);
        }
    }

    void title(String text) throws IOException {
        lines(List.of(text), 0, 10.5f, true, BLACK);
        down(6);
    }

    void box(float x, float below, float width, float height, Ink ink) throws IOException {
        ink(ink);
        content.addRect(MARGIN + x, top - below - height, width, height);
        content.fill();
    }

    void rule() throws IOException {
        box(0, 0, WIDTH, 0.7f, LINE);
    }

    private void ink(Ink ink) throws IOException {
        content.setNonStrokingColor(ink.red() / 255f, ink.green() / 255f, ink.blue() / 255f);
        content.setStrokingColor(ink.red() / 255f, ink.green() / 255f, ink.blue() / 255f);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
