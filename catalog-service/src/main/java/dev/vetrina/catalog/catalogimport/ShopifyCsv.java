package dev.vetrina.catalog.catalogimport;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the file and gathers its rows by product. */
final class ShopifyCsv {

    /** Keeps a job's memory bounded; 10 MiB of ordinary rows are far fewer. */
    static final int MAX_ROWS = 50_000;

    private static final ObjectReader CSV =
            new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class);

    private final List<@Nullable Column> header = new ArrayList<>();
    private final Map<String, List<CsvRow>> rowsByHandle = new LinkedHashMap<>();
    private int rowCount;

    private ShopifyCsv() {}

    /**
     * What the file contains.
     *
     * @param rowCount without the header and blank lines
     */
    record Content(int rowCount, List<ProductRows> products) {}

    static Content read(byte[] file) throws UnreadableFileException {
        int number = 0;
        ShopifyCsv csv = new ShopifyCsv();
        try (MappingIterator<String[]> rows = CSV.readValues(file)) {
            while (rows.hasNextValue()) {
                number++;
                csv.add(number, rows.nextValue());
            }
        } catch (JacksonException e) {
            throw unreadable(number + 1, "malformed-csv", "The file is not well-formed CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw unreadable(number + 1, "malformed-csv", "The file is not encoded in UTF-8.");
        }
        if (number == 0) {
            throw unreadable(1, "empty-file", "The file is empty.");
        }
        return csv.content();
    }

    private void add(int number, String[] cells) throws UnreadableFileException {
        if (number == 1) {
            readHeader(cells);
            return;
        }
        Map<Column, String> known = new EnumMap<>(Column.class);
        boolean blank = true;
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i] == null ? "" : cells[i].strip();
            blank &= cell.isEmpty();
            Column column = i < header.size() ? header.get(i) : null;
            if (column != null && !cell.isEmpty()) {
                known.putIfAbsent(column, cell);
            }
        }
        if (!blank) {
            add(new CsvRow(number, known));
        }
    }

    private void add(CsvRow row) throws UnreadableFileException {
        rowCount++;
        if (rowCount > MAX_ROWS) {
            throw unreadable(row.number(), "too-many-rows", "A file has at most " + MAX_ROWS + " rows: split it.");
        }
        String handle = row.get(Column.HANDLE);
        // No handle has a line break, so rows without one get keys of their own.
        String key = handle.isEmpty() ? "\n" + row.number() : handle;
        rowsByHandle.computeIfAbsent(key, any -> new ArrayList<>(1)).add(row);
    }

    private void readHeader(String[] titles) throws UnreadableFileException {
        for (String title : titles) {
            header.add(Column.titled(title).orElse(null));
        }
        for (Column column : Column.REQUIRED) {
            if (!header.contains(column)) {
                throw new UnreadableFileException(new RowError(
                        1,
                        column.title(),
                        "missing-column",
                        "The file has no column \"" + column.title() + "\": is it Shopify's product CSV?"));
            }
        }
    }

    private Content content() {
        List<ProductRows> products = rowsByHandle.values().stream()
                .map(rows -> new ProductRows(rows.getFirst().get(Column.HANDLE), rows))
                .toList();
        return new Content(rowCount, products);
    }

    private static UnreadableFileException unreadable(int row, String code, String message) {
        return new UnreadableFileException(new RowError(row, null, code, message));
    }
}
