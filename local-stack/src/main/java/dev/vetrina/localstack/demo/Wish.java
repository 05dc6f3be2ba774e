package dev.vetrina.localstack.demo;

/** What a buyer wants, and how many. */
record Wish(Item item, int quantity) {

    Money total() {
        return item.price().times(quantity);
    }
}
