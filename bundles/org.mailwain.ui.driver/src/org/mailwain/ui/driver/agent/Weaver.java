package org.mailwain.ui.driver.agent;

import org.mailwain.ui.driver.watch.UiThreadWatch;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts the question before each call that may wait. Without state. */
final class Weaver {
    private static final String WATCH = UiThreadWatch.class.getName().replace('.', '/');

    private Weaver() {}

    /** @return the class with its questions */
    static byte[] weave(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Methods(writer), 0);
        return writer.toByteArray();
    }

    private static final class Methods extends ClassVisitor {
        Methods(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    private static final class Calls extends MethodVisitor {
        Calls(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            if (Waiting.is(owner, name)) {
                super.visitLdcInsn(owner.replace('/', '.') + "." + name);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, WATCH, "reached", "(Ljava/lang/String;)V", false);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 1, locals);
        }
    }
}
