// A child process that a failed test leaves running would keep the whole run waiting.
import type { ChildProcess } from 'node:child_process';
import { after } from 'node:test';

const children = new Set<ChildProcess>();
after(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** The same child, which is gone when the tests of this file are over, whatever became of them. */
export function killedAfterwards<T extends ChildProcess>(child: T): T {
  children.add(child);
  return child;
}
