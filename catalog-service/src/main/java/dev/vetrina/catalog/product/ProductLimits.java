package dev.vetrina.catalog.product;

/** How much may be said of a product, over the API and in a file alike. Lengths are in characters. */
public final class ProductLimits {

    public static final int EXTERNAL_ID = 255;
    public static final int TITLE = 255;
    public static final int DESCRIPTION = 20_000;
    public static final int CATEGORY = 255;
    public static final int IMAGE_URL = 2_000;
    public static final String IMAGE_URL_FORM = "https?://[^\\s\"<>]+";
    public static final int SKU = 100;
    public static final int OPTION_NAME = 50;
    public static final int OPTION_VALUE = 100;

    /** In minor units: far beyond any price, and small enough that no sum of an order overflows. */
    public static final long AMOUNT = 1_000_000_000_000L;

    private ProductLimits() {}
}
