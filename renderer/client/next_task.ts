/**
 * Going on in a task of its own, so that keys and frames come first. By a message and not by a timer, which a browser puts off by
 * milliseconds where one follows another, and by a second in a page out of sight.
 */

/** Runs in the next task; returns what forgets it. */
export function inNextTask(run: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    port1.close()
    run()
  })
  port1.start()
  port2.postMessage(null)
  return () => port1.close()
}

/** Resolves in the next task. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => void inNextTask(resolve))
}
