package dev.vetrina.testkit.architecture.sound.stock;

class StockLevelRepository {

    StockLevel any() {
        return new StockLevel();
    }
}
