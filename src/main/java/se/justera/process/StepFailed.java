package se.justera.process;

import org.camunda.bpm.engine.delegate.BpmnError;

/** A step has failed; its message is that of the root cause, since this is what the engine shows to people. */
final class StepFailed extends RuntimeException {

    private StepFailed(RuntimeException cause) {
        super(rootMessage(cause), cause);
    }

    /** @throws StepFailed with the root's message if the step throws anything but an expected refusal */
    static void tellingWhy(Runnable step) {
        try {
            step.run();
        } catch (BpmnError expected) {
            throw expected;
        } catch (RuntimeException e) {
            throw new StepFailed(e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    }
}
