// The page's one Trusted Types policy, imported before everything that touches markup. Turbo
// puts pages of this server into the document, which arrive as text: markup passes. No text
// becomes a script, and a script's address must be one of our own assets.

type Policy = {
  createHTML: (text: string) => string;
  createScript: (text: string) => string;
  createScriptURL: (text: string) => string;
};
type Factory = { createPolicy(name: string, rules: Policy): unknown };

const factory = (window as { trustedTypes?: Factory }).trustedTypes;

factory?.createPolicy('default', {
  createHTML: (markup) => markup,
  createScript: (text) => {
    if (text === '') return text;
    throw new TypeError('no text becomes a script on this site');
  },
  createScriptURL: (address) => {
    const url = new URL(address, location.origin);
    if (url.origin === location.origin && url.pathname.startsWith('/assets/')) return address;
    throw new TypeError(`no script is loaded from ${url.origin}${url.pathname}`);
  },
});
