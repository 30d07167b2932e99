// Every story holds, and is told as it was recorded. A transcript that differs is a change of what
// the product says or does: look at it, and record it anew with npm run stories.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStory, recordOf, transcriptOf } from '../src/cli/story/story.ts';
import { runStory } from '../src/cli/story/story-run.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = globSync('stories/*.yaml', { cwd: root }).sort();

test('there are at least fifteen stories', () => {
  assert.ok(files.length >= 15);
});

for (const file of files) {
  const { story, policy } = await openStory(`${root}${file}`);
  test(`${file}: ${story.name}`, async () => {
    const result = await runStory(story, policy);
    const failed = result.steps.filter((step) => step.failures.length > 0);
    assert.deepEqual(failed, []);
    const recorded = readFileSync(recordOf(`${root}${file}`), 'utf8');
    assert.equal(transcriptOf(result, policy), recorded);
  });
}
