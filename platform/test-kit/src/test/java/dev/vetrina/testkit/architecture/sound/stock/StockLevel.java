package dev.vetrina.testkit.architecture.sound.stock;

import jakarta.persistence.Entity;

@Entity
class StockLevel {}
