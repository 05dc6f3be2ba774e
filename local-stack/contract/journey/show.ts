// A creator's show of one product.
import assert from 'node:assert/strict';
import { CreatorsApi, ResponseError, SessionsApi, type Configuration } from '../client/index.js';
import { onceVisible, until } from './people.js';

export class Show {
  private readonly sessions: SessionsApi;
  private readonly creators: CreatorsApi;

  constructor(
    host: Configuration,
    private readonly market: string,
  ) {
    this.sessions = new SessionsApi(host);
    this.creators = new CreatorsApi(host);
  }

  /** Planned, started, and the product pinned, as a viewer sees it. */
  async live(productId: string): Promise<string> {
    await this.register();
    const id = await this.planned(productId);
    assert.equal((await this.sessions.startSession({ id })).status, 'LIVE');
    await this.sessions.pinProduct({ id, pinProduct: { productId } });
    const seen = await this.sessions.getSession({ id, market: this.market });
    assert.equal(seen.pinnedProductId, productId);
    assert.deepEqual(seen.lineup?.map((card) => card.productId), [productId]);
    return id;
  }

  async end(id: string): Promise<void> {
    assert.equal((await this.sessions.endSession({ id })).status, 'ENDED');
    await until('the timeline tells the end', async () => {
      const { items } = await this.sessions.getTimeline({ id, limit: 200 });
      return (items ?? []).some((fact) => fact.kind === 'session-ended');
    });
  }

  private async register(): Promise<void> {
    try {
      await this.creators.registerCreator({ registerCreator: { displayName: 'Anna', handle: 'anna.on.trend' } });
    } catch (refused) {
      assert.ok(refused instanceof ResponseError && refused.response.status === 409, 'registered before');
    }
  }

  private async planned(productId: string): Promise<string> {
    const created = await this.sessions.createSessionRaw({
      createSession: { title: "A client's show", markets: [this.market] },
    });
    const { id } = await created.value();
    const ifMatch = created.raw.headers.get('ETag') ?? '';
    await onceVisible(() => this.sessions.editLineup({ id, ifMatch, editLineup: { items: [{ productId }] } }));
    const startsAt = new Date(Date.now() + 5 * 60_000);
    assert.equal((await this.sessions.scheduleSession({ id, scheduleSession: { startsAt } })).status, 'SCHEDULED');
    return id;
  }
}
