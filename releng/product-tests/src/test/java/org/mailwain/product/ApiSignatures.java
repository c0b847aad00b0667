package org.mailwain.product;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.util.TraceSignatureVisitor;

/**
 * What others can build upon: the public and protected classes, methods and fields of the packages that a bundle
 * exports, a line each, by package and version.
 *
 * @param packages name and version, and the lines of each
 */
record ApiSignatures(Map<String, Exported> packages) {
    private static final Pattern CLAUSE = Pattern.compile("(org\\.mailwain[\\w.]*)(;version=\"([\\d.]+)\")?");

    /** A package at a version. */
    record Exported(String version, Set<String> lines) {}

    /** @param bundle folder of the bundle @param classes its compiled classes, or those of all bundles */
    static ApiSignatures of(Path bundle, Path classes) throws IOException {
        Map<String, Exported> packages = new TreeMap<>();
        Matcher clause = CLAUSE.matcher(exports(bundle));
        while (clause.find()) {
            String version = clause.group(3) == null ? "none" : clause.group(3);
            packages.put(clause.group(1), new Exported(version, lines(classes, clause.group(1))));
        }
        return new ApiSignatures(packages);
    }

    private static String exports(Path bundle) throws IOException {
        try (InputStream in = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
            String header = new Manifest(in).getMainAttributes().getValue("Export-Package");
            return header == null ? "" : header;
        }
    }

    private static Set<String> lines(Path classes, String name) throws IOException {
        Set<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file))
                        .accept(new Lines(lines), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            }
        }
        return lines;
    }

    /** As {@link #text()} wrote it. */
    static ApiSignatures read(List<String> text) {
        Map<String, Exported> packages = new TreeMap<>();
        Set<String> lines = Set.of();
        for (String line : text) {
            if (line.startsWith("package ")) {
                lines = new TreeSet<>();
                String[] words = line.split(" ");
                packages.put(words[1], new Exported(words[2], lines));
            } else if (!line.isEmpty()) {
                lines.add(line.strip());
            }
        }
        return new ApiSignatures(packages);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        packages.forEach((name, exported) -> {
            text.append("package ")
                    .append(name)
                    .append(' ')
                    .append(exported.version)
                    .append('\n');
            exported.lines.forEach(line -> text.append("    ").append(line).append('\n'));
        });
        return text.toString();
    }

    /** Collects what others can reach. */
    private static final class Lines extends ClassVisitor {
        private final Set<String> lines;
        private String name;
        private int access;
        private String header;

        Lines(Set<String> lines) {
            super(Opcodes.ASM9);
            this.lines = lines;
        }

        @Override
        public void visit(
                int version, int flags, String internal, String signature, String parent, String[] interfaces) {
            name = internal.substring(internal.lastIndexOf('/') + 1).replace('$', '.');
            access = flags;
            if (signature == null) {
                header = extending(parent) + implementing(interfaces);
            } else {
                TraceSignatureVisitor generic = new TraceSignatureVisitor(flags);
                new SignatureReader(signature).accept(generic);
                header = generic.getDeclaration();
            }
        }

        private static String extending(String parent) {
            return parent == null || parent.equals("java/lang/Object") ? "" : " extends " + parent.replace('/', '.');
        }

        private static String implementing(String[] interfaces) {
            return interfaces.length == 0
                    ? ""
                    : " implements " + String.join(", ", interfaces).replace('/', '.');
        }

        /** An inner class says here how far it can be reached. */
        @Override
        public void visitInnerClass(String internal, String outer, String inner, int flags) {
            if (internal.substring(internal.lastIndexOf('/') + 1)
                    .replace('$', '.')
                    .equals(name)) {
                access = outer == null ? 0 : flags;
            }
        }

        @Override
        public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
            if (isReachable(flags)) {
                String type = signature == null ? Type.getType(descriptor).getClassName() : generic(signature);
                lines.add(name + "." + field + ": " + words(flags) + type);
            }
            return null;
        }

        private static String generic(String signature) {
            TraceSignatureVisitor visitor = new TraceSignatureVisitor(0);
            new SignatureReader(signature).acceptType(visitor);
            return visitor.getDeclaration();
        }

        @Override
        public MethodVisitor visitMethod(
                int flags, String method, String descriptor, String signature, String[] exceptions) {
            if (isReachable(flags)) {
                TraceSignatureVisitor generic = new TraceSignatureVisitor(0);
                new SignatureReader(signature == null ? descriptor : signature).accept(generic);
                String thrown = exceptions == null
                        ? ""
                        : " throws "
                                + String.join(
                                                ", ",
                                                Arrays.stream(exceptions)
                                                        .sorted()
                                                        .toList())
                                        .replace('/', '.');
                lines.add(name + "." + method + generic.getDeclaration() + ": " + words(flags)
                        + orObject(generic.getReturnType()) + thrown);
            }
            return null;
        }

        /** The library leaves out what everything is. */
        private static String orObject(String type) {
            return type.isEmpty() ? "java.lang.Object" : type;
        }

        private static boolean isReachable(int flags) {
            return (flags & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 && (flags & Opcodes.ACC_SYNTHETIC) == 0;
        }

        private static String words(int flags) {
            return ((flags & Opcodes.ACC_PROTECTED) != 0 ? "protected " : "")
                    + ((flags & Opcodes.ACC_STATIC) != 0 ? "static " : "")
                    + ((flags & Opcodes.ACC_ABSTRACT) != 0 ? "abstract " : "")
                    + ((flags & Opcodes.ACC_FINAL) != 0 ? "final " : "");
        }

        private String kind() {
            if ((access & Opcodes.ACC_ANNOTATION) != 0) {
                return "annotation";
            } else if ((access & Opcodes.ACC_INTERFACE) != 0) {
                return "interface";
            }
            return (access & Opcodes.ACC_ENUM) != 0 ? "enum" : "class";
        }

        /** A class that cannot be reached takes its members with it. */
        @Override
        public void visitEnd() {
            if (!isReachable(access) || name.equals("package-info")) {
                lines.removeIf(line -> line.startsWith(name + "."));
                return;
            }
            int flags = kind().equals("class") ? access : 0;
            lines.add(name + ": " + words(flags) + kind() + header);
        }
    }

    /** Writes the baseline of every bundle that exports: folder of the bundles, classes of all, folder to write to. */
    public static void main(String[] arguments) throws IOException {
        Path into = Path.of(arguments[2]);
        try (Stream<Path> bundles = Files.list(Path.of(arguments[0]))) {
            for (Path bundle : bundles.filter(b -> Files.exists(b.resolve("META-INF/MANIFEST.MF")))
                    .toList()) {
                ApiSignatures now = of(bundle, Path.of(arguments[1]));
                if (!now.packages.isEmpty()) {
                    Files.writeString(into.resolve(bundle.getFileName() + ".api"), now.text());
                }
            }
        }
    }
}
