package dev.vetrina.catalog.catalogimport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns that an import reads; a file may have any others. First the long-standing name, then the newer ones. */
enum Column {
    HANDLE("Handle", "URL handle"),
    TITLE("Title"),
    BODY("Body (HTML)", "Description"),
    TYPE("Type"),
    PUBLISHED("Published", "Published on online store"),
    STATUS("Status"),
    OPTION1_NAME("Option1 Name"),
    OPTION1_VALUE("Option1 Value"),
    OPTION2_NAME("Option2 Name"),
    OPTION2_VALUE("Option2 Value"),
    OPTION3_NAME("Option3 Name"),
    OPTION3_VALUE("Option3 Value"),
    SKU("Variant SKU", "SKU"),
    BARCODE("Variant Barcode", "Barcode"),
    QUANTITY("Variant Inventory Qty", "Inventory quantity"),
    PRICE("Variant Price", "Price"),
    IMAGE("Image Src", "Product image URL");

    static final List<Column> REQUIRED = List.of(HANDLE, TITLE, PRICE);

    private final String title;
    private final String otherTitle;

    Column(String title) {
        this(title, title);
    }

    Column(String title, String otherTitle) {
        this.title = title;
        this.otherTitle = otherTitle;
    }

    String title() {
        return title;
    }

    static Optional<Column> titled(String text) {
        String asked = text.strip().toLowerCase(Locale.ROOT);
        for (Column column : values()) {
            if (column.title.toLowerCase(Locale.ROOT).equals(asked)
                    || column.otherTitle.toLowerCase(Locale.ROOT).equals(asked)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
