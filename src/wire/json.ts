// JSON as it comes off the network, read strictly: one value, no key twice, not too deep, and
// bytes that are UTF-8. JSON.parse takes the last of two equal keys without a word, and then what
// was read is not what was meant.

export type ReadJson = { readonly value: unknown } | { readonly wrong: string };

/** Deeper than any command needs. */
const deepest = 20;

/** The value in some bytes, or a sentence that says why there is none. */
export function readJson(bytes: Uint8Array): ReadJson {
  const text = decoded(bytes);
  if (text === null) return { wrong: 'The body is not UTF-8 text.' };
  if (text.trim() === '') return { wrong: 'The body is empty; send a JSON object, at least {}.' };
  try {
    const value: unknown = JSON.parse(text);
    const wrong = doubts(text);
    return wrong === null ? { value } : { wrong };
  } catch (error) {
    if (error instanceof SyntaxError) return { wrong: 'The body is not JSON.' };
    throw error;
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What is doubtful about a text that is JSON for certain: a key twice, or too deep. */
function doubts(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"(?=\s*(:)?)|[{}[\]]/g;
  for (const [token, colon] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key: string = JSON.parse(token);
      const keys = open.at(-1);
      if (keys?.has(key)) return `The key ${JSON.stringify(key.slice(0, 60))} is there twice.`;
      keys?.add(key);
    }
    if (open.length > deepest) return `The body is nested more than ${deepest} levels deep.`;
  }
  return null;
}
