// From a brand to goods on their way, with nothing but the generated client: node journey.js API ISSUER
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  BrandsApi,
  FulfilmentsApi,
  InventoryApi,
  MarketsApi,
  OrdersApi,
  PaymentsApi,
  ProductsApi,
  type Order,
  type Product,
} from '../client/index.js';
import { onceOnSale, onceVisible, People, until } from './people.js';
import { Show } from './show.js';

const MARKET = 'GB';
const CURRENCY = 'GBP';
const PRICE = 1999;

const [api, issuer] = process.argv.slice(2);
assert.ok(api !== undefined && issuer !== undefined, 'node journey.js API ISSUER');
const people = new People(api, issuer);

/** Whoever opened it before has left it open. */
async function openMarket(): Promise<void> {
  const markets = new MarketsApi(await people.named('operator'));
  const stage = async () => (await markets.getMarket({ code: MARKET })).stage;
  if ((await stage()) === 'PLANNED') {
    await markets.changeMarketStage({ code: MARKET, changeMarketStage: { stage: 'PILOT' } });
  }
  await until(`market ${MARKET} is open`, async () => (await stage()) !== 'PLANNED');
}

async function registeredBrand(): Promise<string> {
  const brand = await new BrandsApi(await people.named('operator')).registerBrand({
    registerBrand: {
      name: `Client ${randomUUID()}`,
      legalName: 'Client Ltd',
      countryCode: 'GB',
      contactEmail: 'partners@example.com',
    },
  });
  return brand.id;
}

async function productOnSale(brandId: string): Promise<Product> {
  const seller = await people.brand(brandId);
  const products = new ProductsApi(seller);
  const draft = await products.createProduct({
    createProduct: {
      brandId,
      title: 'Mug',
      variants: [
        {
          options: { Colour: 'Blue' },
          prices: [{ market: MARKET, price: { amount: PRICE, currency: CURRENCY } }],
        },
      ],
    },
  });
  assert.equal(draft.status, 'DRAFT');
  const published = await products.publishProduct({ id: draft.id });
  assert.equal(published.status, 'ACTIVE');
  const idempotencyKey = randomUUID();
  await onceVisible(() =>
    new InventoryApi(seller).adjustInventory({
      idempotencyKey,
      adjustInventoryRequest: {
        adjustments: [{ variantId: variantOf(published), delta: 5, reason: 'RECEIVED' }],
      },
    }),
  );
  return published;
}

async function paidOrder(variantId: string, sessionId: string): Promise<Order> {
  const customer = await people.named('customer-1');
  const orders = new OrdersApi(customer);
  const idempotencyKey = randomUUID();
  const placed = await onceOnSale(() =>
    orders.placeOrder({
      idempotencyKey,
      placeOrderRequest: {
        market: MARKET,
        sessionId,
        lines: [{ variantId, quantity: 2 }],
        shippingAddress: {
          name: 'Ann Archer',
          line1: '1 High Street',
          city: 'London',
          postalCode: 'SW1A 1AA',
          country: 'GB',
        },
        expectedTotal: { amount: 2 * PRICE, currency: CURRENCY },
      },
    }),
  );
  assert.equal(placed.status, 'PENDING_PAYMENT');
  const payment = await new PaymentsApi(customer).payOrder({
    id: placed.id,
    idempotencyKey: randomUUID(),
    payOrderRequest: { paymentMethodToken: 'tok_approved' },
  });
  assert.equal(payment.status, 'CAPTURED');
  const paid = await orders.getOrder({ id: placed.id });
  assert.equal(paid.status, 'PAID');
  assert.equal(paid.total.amount, 2 * PRICE);
  return paid;
}

async function ship(brandId: string, order: Order): Promise<void> {
  const fulfilments = new FulfilmentsApi(await people.brand(brandId));
  const part = first(order.fulfilments);
  await fulfilments.confirmFulfilment({ id: part.id });
  const shipment = await fulfilments.shipFulfilment({
    id: part.id,
    idempotencyKey: randomUUID(),
    shipmentRequest: {
      carrier: 'royal-mail',
      trackingNumber: 'JD0002219999999',
      lines: [{ lineId: first(order.lines).id, quantity: 2 }],
    },
  });
  assert.equal(shipment.trackingNumber, 'JD0002219999999');
}

async function customerSeesItShipped(id: string): Promise<void> {
  const seen = await new OrdersApi(await people.named('customer-1')).getOrder({ id });
  assert.deepEqual(seen.fulfilments?.map((part) => part.status), ['SHIPPED']);
}

async function stockIsRight(brandId: string, variantId: string): Promise<void> {
  const { available, sold } = await new InventoryApi(await people.brand(brandId)).getInventory({ variantId });
  assert.deepEqual({ available, sold }, { available: 3, sold: 2 }, 'five came, two were sold');
}

function variantOf(product: Product): string {
  return first(product.variants).id;
}

function first<T>(items: readonly T[] | undefined): T {
  const [item] = items ?? [];
  assert.ok(item !== undefined, 'the list is empty');
  return item;
}

await openMarket();
const brandId = await registeredBrand();
console.log(`  brand ${brandId}`);
const product = await productOnSale(brandId);
const show = new Show(await people.named('creator-1'), MARKET);
const sessionId = await show.live(product.id);
console.log(`  live in session ${sessionId}`);
const order = await paidOrder(variantOf(product), sessionId);
console.log(`  paid order ${order.id}`);
await ship(brandId, order);
await customerSeesItShipped(order.id);
await stockIsRight(brandId, variantOf(product));
await show.end(sessionId);
console.log('  shipped, and the stock is right');
