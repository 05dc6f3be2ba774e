package dev.vetrina.catalog.catalogimport;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** HTML as the text that it shows: no markup and no script survives, paragraphs and list items stay lines. */
final class HtmlText {

    private HtmlText() {}

    static String of(String html) {
        Document document = Jsoup.parse(html);
        document.select("br, p, div, li, tr, h1, h2, h3, h4, h5, h6")
                .forEach(element -> element.after(new TextNode("\n")));
        return document.body()
                .wholeText()
                .lines()
                .map(line -> line.strip().replaceAll("[\\s\\u00a0]+", " "))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
