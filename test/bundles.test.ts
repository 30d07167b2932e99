// Whatever has happened to a contract, its bundle holds, for everybody who may see the contract:
// stories with disputes, cards that decline, changed terms, sealed and changed feedback, reopening.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStory } from '../src/cli/story/story.ts';
import { runStory } from '../src/cli/story/story-run.ts';
import type { StoryWorld } from '../src/cli/story/story-world.ts';
import { verified } from '../src/cli/verify/verify.ts';
import { bundleOf } from '../src/reads/bundle/bundle.ts';

const stories = [
  'cards',
  'counter-offer',
  'dispute-ruled',
  'dispute-settled',
  'dispute-mediation-paid',
  'feedback-changed',
  'files-with-work',
  'post-42-every-road',
  'reopen-agreed',
  'sealed-feedback',
  'yen-and-dinar',
];

async function bundlesOf(world: StoryWorld): Promise<number> {
  let count = 0;
  for (const contract of world.contracts.values()) {
    for (const who of world.people.values()) {
      const { desk, uploads, now } = world;
      const bundle = await bundleOf(desk, uploads.open, who, contract, now);
      if (bundle === null) continue;
      const bytes = new Uint8Array(await new Response(bundle.bytes).arrayBuffer());
      const { differs } = await verified(bytes);
      assert.deepEqual(differs, [], who.alias);
      count += 1;
    }
  }
  return count;
}

for (const name of stories) {
  test(`every bundle of “${name}” holds`, async () => {
    const file = fileURLToPath(new URL(`../stories/${name}.yaml`, import.meta.url));
    const { story, policy } = await openStory(file);
    let count = 0;
    await runStory(story, policy, async (world) => {
      count = await bundlesOf(world);
    });
    assert.ok(count >= 2);
  });
}
