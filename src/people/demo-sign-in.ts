// One click and one is somebody: a session without a password, for demo people in evaluation
// mode. A plugin of better-auth, because only from inside can the session's cookie be signed.
// It has no route, and it knows nothing of modes: sign-in.ts decides whether it may be called.
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

export function demoSignIn() {
  const endpoint = createAuthEndpoint(
    '/demo-sign-in',
    { method: 'POST', body: z.object({ person: z.string() }), metadata: { SERVER_ONLY: true } },
    async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.person);
      if (user === null || !('demo' in user) || user.demo !== true) return { signedIn: false };
      const session = await ctx.context.internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return { signedIn: true };
    },
  );
  return { id: 'demo-sign-in', endpoints: { demoSignIn: endpoint } } satisfies BetterAuthPlugin;
}
