package dev.vetrina.testkit.architecture.broken.stock;

import jakarta.persistence.Entity;

/** Breaks a rule: an entity that everyone can see. */
@Entity
public class StockLevel {}
