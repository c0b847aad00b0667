import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws the brand's SVGs as the PNGs and the icon file that windows and the Finder take. See releng/dev/icons. */
final class Icons {
    private static final int[] WINDOW = {16, 32, 48, 64, 128, 256};
    private static final Map<String, Integer> FINDER = Map.of("ic07", 128, "ic08", 256, "ic09", 512);

    public static void main(String[] arguments) throws IOException {
        Path brand = Path.of(arguments[0]);
        SVGDocument icon = load(brand.resolve("mailwain.svg"));
        for (int size : WINDOW) {
            Files.write(brand.resolve("mailwain" + size + ".png"), png(icon, size, size));
        }
        Files.write(brand.resolve("about.png"), png(load(brand.resolve("about.svg")), 120, 160));
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            out.write(icns(icon));
        }
    }

    private static SVGDocument load(Path file) throws IOException {
        return new SVGLoader().load(file.toUri().toURL());
    }

    private static byte[] png(SVGDocument svg, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        svg.render((java.awt.Component) null, graphics, new ViewBox(width, height));
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** The container is a magic, the length of all, and per picture a type, a length and a PNG. */
    private static byte[] icns(SVGDocument svg) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream pictures = new DataOutputStream(body);
        for (String type : FINDER.keySet().stream().sorted().toList()) {
            byte[] png = png(svg, FINDER.get(type), FINDER.get(type));
            pictures.write(type.getBytes(StandardCharsets.US_ASCII));
            pictures.writeInt(png.length + 8);
            pictures.write(png);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(whole);
        out.write("icns".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(body.size() + 8);
        body.writeTo(out);
        return whole.toByteArray();
    }
}
