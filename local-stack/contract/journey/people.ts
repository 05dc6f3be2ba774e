// Who calls: the generated client with somebody's access token.
import { Configuration, ResponseError } from '../client/index.js';

const CLIENT = 'vetrina-web';
const PASSWORD = 'vetrina';
const PATIENCE_MILLIS = 30_000;
const PAUSE_MILLIS = 500;

export class People {
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly api: string,
    private readonly issuer: string,
  ) {}

  /** Where a provider does not know the brand's own people, the operator acts for them. */
  async brand(id: string): Promise<Configuration> {
    try {
      return await this.named(`brand-${id}`);
    } catch (unknown) {
      console.log(`  no account brand-${id} (${(unknown as Error).message}): the operator acts for the brand`);
      return this.named('operator');
    }
  }

  async named(user: string): Promise<Configuration> {
    const accessToken = this.tokens.get(user) ?? (await this.signIn(user));
    this.tokens.set(user, accessToken);
    // As a header, for the generator sends accessToken by OAuth 2 and knows nothing of OpenID Connect.
    return new Configuration({ basePath: this.api, headers: { Authorization: `Bearer ${accessToken}` } });
  }

  private async signIn(user: string): Promise<string> {
    const answer = await fetch(`${this.issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: CLIENT, username: user, password: PASSWORD }),
    });
    if (!answer.ok) {
      throw new Error(`no token for ${user}: ${answer.status}`);
    }
    return ((await answer.json()) as { access_token: string }).access_token;
  }
}

/** Calls again while what another service has made a moment ago is not known yet, as the document asks of clients. */
export function onceVisible<T>(call: () => Promise<T>): Promise<T> {
  return oncePast(['not-yet-visible'], call);
}

/** Checkout knows a variant before it hears that its product was published. */
export function onceOnSale<T>(call: () => Promise<T>): Promise<T> {
  return oncePast(['not-yet-visible', 'not-for-sale'], call);
}

async function oncePast<T>(passing: readonly string[], call: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MILLIS;
  for (;;) {
    try {
      return await call();
    } catch (refused) {
      if (Date.now() > deadline || !passing.includes(await code(refused))) {
        throw refused;
      }
      await pause();
    }
  }
}

export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLIS;
  while (!(await holds())) {
    if (Date.now() > deadline) {
      throw new Error(`not in time: ${what}`);
    }
    await pause();
  }
}

/** The stable code of the problem document with which a call was refused. */
export async function code(refused: unknown): Promise<string> {
  if (!(refused instanceof ResponseError)) {
    return '';
  }
  const problem = (await refused.response.clone().json()) as { code?: string };
  return problem.code ?? '';
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
}
