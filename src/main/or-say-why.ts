// Runs what a person has started. What they can put right is told in a sentence, without the
// places in our code that noticed; whatever else goes wrong is a mistake of ours, told whole.
import { sentenceFor } from './config.ts';

/** The exit code is 1 when it failed. */
export async function orSayWhy(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(sentenceFor(error) ?? error);
    process.exit(1);
  }
}
