package dev.vetrina.localstack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.client.ApiException;
import dev.vetrina.client.api.BrandsApi;
import dev.vetrina.client.api.FulfilmentsApi;
import dev.vetrina.client.api.InventoryApi;
import dev.vetrina.client.api.MarketsApi;
import dev.vetrina.client.api.OrdersApi;
import dev.vetrina.client.api.PaymentsApi;
import dev.vetrina.client.api.ProductsApi;
import dev.vetrina.client.model.AdjustInventoryRequest;
import dev.vetrina.client.model.AdjustmentReason;
import dev.vetrina.client.model.Brand;
import dev.vetrina.client.model.ChangeMarketStage;
import dev.vetrina.client.model.CreateProduct;
import dev.vetrina.client.model.FulfilmentStatus;
import dev.vetrina.client.model.InitialPrice;
import dev.vetrina.client.model.Inventory;
import dev.vetrina.client.model.InventoryAdjustment;
import dev.vetrina.client.model.InventoryPool;
import dev.vetrina.client.model.LineUnits;
import dev.vetrina.client.model.MarketStage;
import dev.vetrina.client.model.Money;
import dev.vetrina.client.model.NewVariant;
import dev.vetrina.client.model.Order;
import dev.vetrina.client.model.OrderFulfilment;
import dev.vetrina.client.model.OrderStatus;
import dev.vetrina.client.model.PayOrderRequest;
import dev.vetrina.client.model.PaymentStatus;
import dev.vetrina.client.model.PlaceOrderLine;
import dev.vetrina.client.model.PlaceOrderRequest;
import dev.vetrina.client.model.PriceAmount;
import dev.vetrina.client.model.Product;
import dev.vetrina.client.model.ProductStatus;
import dev.vetrina.client.model.RegisterBrand;
import dev.vetrina.client.model.Shipment;
import dev.vetrina.client.model.ShipmentRequest;
import dev.vetrina.client.model.ShippingAddressRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** From a brand to goods on their way, with nothing but the generated client: what the README does with curl, and a show. */
public final class ClientJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MARKET = "GB";
    private static final String CURRENCY = "GBP";
    private static final long PRICE = 1999;

    private final Clients clients;

    public ClientJourney(Clients clients) {
        this.clients = clients;
    }

    /** Every step asserts what it leads to. */
    public void run() throws ApiException {
        openMarket();
        UUID brand = registeredBrand();
        Product product = productOnSale(brand);
        UUID variant = product.getVariants().getFirst().getId();
        ClientShow show = new ClientShow(clients, MARKET);
        UUID session = show.live(product.getId());
        Order order = paidOrder(variant, session);
        ship(brand, order);
        customerSeesItShipped(order);
        assertThat(stock(brand, variant))
                .as("five came, two were sold")
                .satisfies(pool -> assertThat(pool.getAvailable()).isEqualTo(3))
                .satisfies(pool -> assertThat(pool.getSold()).isEqualTo(2));
        show.end(session);
    }

    /** Whoever opened it before has left it open. */
    private void openMarket() throws ApiException {
        MarketsApi markets = new MarketsApi(clients.as("operator"));
        if (markets.getMarket(MARKET).getStage() == MarketStage.PLANNED) {
            markets.changeMarketStage(MARKET, new ChangeMarketStage().stage(MarketStage.PILOT));
        }
        await().atMost(PATIENCE).until(() -> markets.getMarket(MARKET).getStage() != MarketStage.PLANNED);
    }

    private UUID registeredBrand() throws ApiException {
        Brand brand = new BrandsApi(clients.as("operator"))
                .registerBrand(new RegisterBrand()
                        .name("Client " + UUID.randomUUID())
                        .legalName("Client Ltd")
                        .countryCode("GB")
                        .contactEmail("partners@example.com"));
        return brand.getId();
    }

    private Product productOnSale(UUID brand) throws ApiException {
        ProductsApi products = new ProductsApi(clients.asBrand(brand));
        Product draft = products.createProduct(new CreateProduct()
                .brandId(brand)
                .title("Mug")
                .variants(List.of(new NewVariant()
                        .options(Map.of("Colour", "Blue"))
                        .prices(List.of(new InitialPrice()
                                .market(MARKET)
                                .price(new PriceAmount().amount(PRICE).currency(CURRENCY)))))));
        assertThat(draft.getStatus()).isEqualTo(ProductStatus.DRAFT);
        Product published = products.publishProduct(draft.getId());
        assertThat(published.getStatus()).isEqualTo(ProductStatus.ACTIVE);
        UUID variant = published.getVariants().getFirst().getId();
        String key = UUID.randomUUID().toString();
        Clients.onceVisible(() -> new InventoryApi(clients.asBrand(brand))
                .adjustInventory(
                        key,
                        new AdjustInventoryRequest()
                                .adjustments(List.of(new InventoryAdjustment()
                                        .variantId(variant)
                                        .delta(5L)
                                        .reason(AdjustmentReason.RECEIVED)))));
        return published;
    }

    private Order paidOrder(UUID variant, UUID session) throws ApiException {
        OrdersApi orders = new OrdersApi(clients.as("customer-1"));
        String key = UUID.randomUUID().toString();
        Order placed = Clients.onceOnSale(() -> orders.placeOrder(
                key,
                new PlaceOrderRequest()
                        .market(MARKET)
                        .sessionId(session)
                        .lines(List.of(new PlaceOrderLine().variantId(variant).quantity(2)))
                        .shippingAddress(new ShippingAddressRequest()
                                .name("Ann Archer")
                                .line1("1 High Street")
                                .city("London")
                                .postalCode("SW1A 1AA")
                                .country("GB"))
                        .expectedTotal(new Money().amount(2 * PRICE).currency(CURRENCY))));
        assertThat(placed.getStatus()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        var payment = new PaymentsApi(clients.as("customer-1"))
                .payOrder(
                        placed.getId(),
                        UUID.randomUUID().toString(),
                        new PayOrderRequest().paymentMethodToken("tok_approved"));
        assertThat(payment.getStatus()).isEqualTo(PaymentStatus.CAPTURED);
        Order paid = orders.getOrder(placed.getId());
        assertThat(paid.getStatus()).isEqualTo(OrderStatus.PAID);
        assertThat(paid.getTotal().getAmount()).isEqualTo(2 * PRICE);
        return paid;
    }

    private void ship(UUID brand, Order order) throws ApiException {
        FulfilmentsApi fulfilments = new FulfilmentsApi(clients.asBrand(brand));
        OrderFulfilment part = order.getFulfilments().getFirst();
        fulfilments.confirmFulfilment(part.getId());
        Shipment shipment = fulfilments.shipFulfilment(
                part.getId(),
                UUID.randomUUID().toString(),
                new ShipmentRequest()
                        .carrier("royal-mail")
                        .trackingNumber("JD0002219999999")
                        .lines(List.of(new LineUnits()
                                .lineId(order.getLines().getFirst().getId())
                                .quantity(2))));
        assertThat(shipment.getTrackingNumber()).isEqualTo("JD0002219999999");
    }

    private void customerSeesItShipped(Order order) throws ApiException {
        Order seen = new OrdersApi(clients.as("customer-1")).getOrder(order.getId());
        assertThat(seen.getFulfilments())
                .singleElement()
                .extracting(OrderFulfilment::getStatus)
                .isEqualTo(FulfilmentStatus.SHIPPED);
    }

    private InventoryPool stock(UUID brand, UUID variant) throws ApiException {
        Inventory inventory = new InventoryApi(clients.asBrand(brand)).getInventory(variant);
        return inventory.getPools().getFirst();
    }
}
