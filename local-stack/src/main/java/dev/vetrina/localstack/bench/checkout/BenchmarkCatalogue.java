package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.demo.Catalogue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A brand with many variants, so many units of each in stock that they are not sold out in any run. */
final class BenchmarkCatalogue {

    /** One for everybody, and a thousand beside it. */
    private static final int VARIANTS = 1_001;

    private static final int VARIANTS_OF_A_PRODUCT = 4;
    private static final int UNITS = 1_000_000;

    private static final String HEADER =
            "Handle,Title,Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,"
                    + "Variant Inventory Qty,Variant Inventory Policy,Variant Price,Status\n";

    private BenchmarkCatalogue() {}

    static Catalogue get() {
        String rows = IntStream.range(0, VARIANTS)
                .mapToObj(BenchmarkCatalogue::row)
                .collect(Collectors.joining("\n", "", "\n"));
        return new Catalogue("Benchmark", HEADER + rows);
    }

    private static String row(int number) {
        int product = number / VARIANTS_OF_A_PRODUCT;
        boolean isFirst = number % VARIANTS_OF_A_PRODUCT == 0;
        return String.join(
                ",",
                "benchmark-" + product,
                isFirst ? "Benchmark " + product : "",
                isFirst ? "Benchmark" : "",
                isFirst ? "true" : "",
                isFirst ? "Size" : "",
                "S" + number % VARIANTS_OF_A_PRODUCT,
                "BM-" + number,
                "shopify",
                Integer.toString(UNITS),
                "deny",
                (10 + number % 40) + ".00",
                isFirst ? "active" : "");
    }
}
