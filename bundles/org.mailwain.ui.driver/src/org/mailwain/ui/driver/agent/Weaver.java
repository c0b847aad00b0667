package org.mailwain.ui.driver.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.mailwain.ui.driver.watch.UiThreadWatch;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts the question before each call that may wait. A reference to such a method ({@code File::exists}) becomes one to a
 * method of the class itself that asks first. Without state.
 */
final class Weaver {
    private static final String WATCH = UiThreadWatch.class.getName().replace('.', '/');

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    /** Which argument of the metafactory says what is called. */
    private static final int IMPLEMENTATION = 1;

    private static final Map<Integer, Integer> CALLS = Map.of(
            Opcodes.H_INVOKESTATIC, Opcodes.INVOKESTATIC,
            Opcodes.H_INVOKEVIRTUAL, Opcodes.INVOKEVIRTUAL,
            Opcodes.H_INVOKEINTERFACE, Opcodes.INVOKEINTERFACE,
            Opcodes.H_INVOKESPECIAL, Opcodes.INVOKESPECIAL,
            Opcodes.H_NEWINVOKESPECIAL, Opcodes.INVOKESPECIAL);

    private Weaver() {}

    /** @return the class with its questions */
    static byte[] weave(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Methods(writer), 0);
        return writer.toByteArray();
    }

    private static void ask(MethodVisitor code, String owner, String method) {
        code.visitLdcInsn(owner.replace('/', '.') + "." + method);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, WATCH, "reached", "(Ljava/lang/String;)V", false);
    }

    private static final class Methods extends ClassVisitor {
        /** Methods that ask, with what each of them calls; in the order in which they were met. */
        private final Map<Handle, Handle> asking = new LinkedHashMap<>();

        private String type;
        private boolean ofInterface;

        Methods(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            type = name;
            ofInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions), this::asking);
        }

        /**
         * A method of the class itself that asks and then calls what is referred to.
         *
         * @param receiver its type where the reference holds it already, else null
         */
        private Handle asking(Handle referred, String receiver) {
            Type[] arguments = Type.getArgumentTypes(referred.getDesc());
            String owner = receiver == null ? "L" + referred.getOwner() + ";" : receiver;
            String descriptor = switch (referred.getTag()) {
                case Opcodes.H_INVOKESTATIC -> referred.getDesc();
                case Opcodes.H_NEWINVOKESPECIAL ->
                    Type.getMethodDescriptor(Type.getObjectType(referred.getOwner()), arguments);
                default -> "(" + owner + referred.getDesc().substring(1);
            };
            Handle stead =
                    new Handle(Opcodes.H_INVOKESTATIC, type, "watched$" + asking.size(), descriptor, ofInterface);
            asking.put(stead, referred);
            return stead;
        }

        @Override
        public void visitEnd() {
            asking.forEach(this::write);
            super.visitEnd();
        }

        private void write(Handle stead, Handle referred) {
            MethodVisitor code = super.visitMethod(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                    stead.getName(),
                    stead.getDesc(),
                    null,
                    null);
            code.visitCode();
            ask(code, referred.getOwner(), referred.getName());
            boolean makes = referred.getTag() == Opcodes.H_NEWINVOKESPECIAL;
            if (makes) {
                code.visitTypeInsn(Opcodes.NEW, referred.getOwner());
                code.visitInsn(Opcodes.DUP);
            }
            int slot = 0;
            for (Type argument : Type.getArgumentTypes(stead.getDesc())) {
                code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
                slot += argument.getSize();
            }
            code.visitMethodInsn(
                    CALLS.get(referred.getTag()),
                    referred.getOwner(),
                    referred.getName(),
                    referred.getDesc(),
                    referred.isInterface());
            code.visitInsn(Type.getReturnType(stead.getDesc()).getOpcode(Opcodes.IRETURN));
            code.visitMaxs(slot + 3, slot);
            code.visitEnd();
        }
    }

    private static final class Calls extends MethodVisitor {
        private final BiFunction<Handle, String, Handle> asking;

        Calls(MethodVisitor next, BiFunction<Handle, String, Handle> asking) {
            super(Opcodes.ASM9, next);
            this.asking = asking;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            if (Waiting.is(owner, name)) {
                ask(mv, owner, name);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            if (bootstrap.getOwner().equals(METAFACTORY)
                    && arguments[IMPLEMENTATION] instanceof Handle referred
                    && Waiting.is(referred.getOwner(), referred.getName())) {
                Type[] held = Type.getArgumentTypes(descriptor);
                arguments[IMPLEMENTATION] = asking.apply(referred, held.length == 0 ? null : held[0].getDescriptor());
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 1, locals);
        }
    }
}
