"""The page in a real browser: Debian's Chromium, driven by Playwright, against a server on this machine."""

from __future__ import annotations

import io
import json
import re
from threading import Event

import numpy as np
import pytest
from PIL import Image

from tests.factories.bands import FOREST, WATER, stack, write
from tests.factories.predictors import KnownMaskPredictor
from tests.factories.served_page import serving, visiting
from tests.tools.archive.small_archive import ColourEmbedder, fill, write_pair

pytest.importorskip("playwright")
from playwright.sync_api import expect

pytestmark = pytest.mark.model

ORANGE = (213, 94, 0)
WAIT = 90_000


def open_sample(page):
    page.click("#sample")
    expect(page.locator("#card")).to_contain_text("EPSG:32614", timeout=WAIT)
    page.wait_for_selector(".leaflet-tile-loaded", state="attached", timeout=WAIT)


def ask(page, question, answer):
    page.fill("#question textarea", question)
    page.click("#ask")
    expect(page.locator("#chat")).to_contain_text(answer, timeout=WAIT)


def tab(page, name):
    page.click(f"button[role=tab]:has-text('{name}')")


def picture(page):
    """The map as the person sees it, (H, W, 3)."""
    page.wait_for_function("() => [...document.querySelectorAll('img.leaflet-tile')].every((one) => one.complete)")
    page.wait_for_timeout(400)
    return np.asarray(Image.open(io.BytesIO(page.locator(".td-ground").screenshot())).convert("RGB")).astype(int)


def settled(page):
    """Wait until the map shows the change."""
    expect(page.locator(".td-words")).to_contain_text("changed buildings", timeout=WAIT)


def test_a_visitor_uses_the_sample_asks_and_takes_away_a_report(page, tmp_path):
    open_sample(page)
    ask(page, "How many buildings appeared, and how large are they?", "7 changed buildings: 7 appeared, 0 disappeared")
    expect(page.locator("#chat")).to_contain_text("Count objects: building")
    ask(page, "and the roads?", "Changed roads cover 0 m²")
    settled(page)
    tab(page, "Objects")
    expect(page.locator("#note")).to_contain_text("7 of 7 objects count")
    expect(page.locator("#objects")).to_contain_text("appeared")
    tab(page, "Export")
    with page.expect_download() as download:
        page.click("#files a:has-text('html')")
    download.value.save_as(tmp_path / "report.html")
    told = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "What cannot be seen here" in told
    assert told.count("data:image/png;base64,") == 3
    with page.expect_download() as download:
        page.click("#files a:has-text('record')")
    download.value.save_as(tmp_path / "record.json")
    assert json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["numbers"]["building.objects"] == 7


def test_the_report_opens_and_asks_nothing_of_anyone(browser, address, tmp_path):
    with visiting(browser, address) as page:
        open_sample(page)
        ask(page, "What has changed?", "The network says")
        settled(page)
        tab(page, "Export")
        with page.expect_download() as download:
            page.click("#files a:has-text('html')")
        download.value.save_as(tmp_path / "report.html")
    opened = browser.new_page()
    asked = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto((tmp_path / "report.html").as_uri())
    assert opened.locator("img").count() == 3
    assert all(opened.locator("img").nth(n).evaluate("image => image.naturalWidth") > 200 for n in range(3))
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    opened.close()


def test_the_swipe_shows_the_later_date_at_its_right(page):
    open_sample(page)
    seen = {}
    for at in (0, 100):
        page.locator(".td-swipe").fill(str(at))
        seen[at] = picture(page)
    middle = np.s_[60:-60, 200:-200]
    assert np.abs(seen[0][middle] - seen[100][middle]).mean() > 5
    page.locator(".td-swipe").fill("50")
    half, width = picture(page), seen[0].shape[1] // 2
    left, right = np.s_[60:-60, 200 : width - 20], np.s_[60:-60, width + 20 : -200]
    assert np.abs(half[left] - seen[100][left]).mean() < 1, "the earlier date lies at the left"
    assert np.abs(half[right] - seen[0][right]).mean() < 1, "the later date lies at the right"


def test_the_swipe_is_worked_by_keys(page):
    open_sample(page)
    page.focus(".td-swipe")
    page.keyboard.press("ArrowRight")
    assert page.locator(".td-swipe").input_value() == "51"


def orange(page):
    """How many pixels of the map have the colour of changed buildings."""
    page.locator(".td-opacity").fill("1")
    return int((np.abs(picture(page) - ORANGE).max(axis=2) < 12).sum())


def test_other_thresholds_recount_map_table_and_the_next_answer(page):
    open_sample(page)
    ask(page, "How many buildings appeared?", "7 appeared")
    settled(page)
    before = orange(page)
    assert before > 1000
    tab(page, "Objects")
    box = page.locator("#smallest input[type=number]")
    box.fill("130")
    box.press("Tab")
    page.locator("#smallest input[type=range]").press("ArrowRight")
    expect(page.locator("#note")).to_contain_text(re.compile(r"[1-6] of 7 objects count"), timeout=WAIT)
    told = page.locator("#note").inner_text().split(" of ")[0].strip()
    ask(page, "How many buildings changed?", f"{told} changed buildings")
    expect(page.locator(".td-words")).to_contain_text(f"{told} changed buildings", timeout=WAIT)
    assert 0 < orange(page) < before


def test_a_row_of_the_table_shows_its_object_on_the_map(page):
    open_sample(page)
    ask(page, "What has changed?", "The network says")
    settled(page)
    tab(page, "Objects")
    page.click('#objects [data-testid="cell-2-1"]')
    popup = page.locator(".leaflet-popup")
    expect(popup).to_contain_text("building 3", timeout=WAIT)
    expect(popup).to_be_visible()
    page.wait_for_timeout(800)
    shown, ground = popup.bounding_box(), page.locator(".td-ground").bounding_box()
    assert shown["x"] >= ground["x"]
    assert shown["y"] >= ground["y"], "it lies on the map as a whole"
    assert orange(page) > 2000, "and the map is zoomed to the object"


def test_a_click_on_the_map_tells_of_the_object(page):
    open_sample(page)
    ask(page, "What has changed?", "The network says")
    settled(page)
    page.locator(".td-opacity").fill("1")
    rows, columns = np.nonzero(np.abs(picture(page) - ORANGE).max(axis=2) < 12)
    page.locator(".td-ground").click(position={"x": int(columns[len(columns) // 2]), "y": int(rows[len(rows) // 2])})
    expect(page.locator(".leaflet-popup")).to_contain_text("probability", timeout=WAIT)


def test_the_map_is_swiped_by_its_handle_and_does_not_move(page):
    open_sample(page)
    grip = page.locator(".td-grip").bounding_box()
    x, y = grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2
    corner = page.evaluate("window.terradelta.map.getBounds().toBBoxString()")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 150, y, steps=5)
    page.mouse.up()
    ground = page.locator(".td-ground").bounding_box()
    share = 100 * (x + 150 - ground["x"]) / ground["width"]
    assert abs(float(page.locator(".td-swipe").input_value()) - share) < 2
    assert page.evaluate("window.terradelta.map.getBounds().toBBoxString()") == corner


def test_a_first_visit_shows_samples_and_tasks_and_one_click_opens_each(page):
    for offer in ("#sample", "#lake", "#before", "#after"):
        expect(page.locator(offer)).to_be_visible()
    expect(page.locator(".td-task")).to_have_count(6)
    expect(page.locator("#forget")).to_be_hidden()
    expect(page.locator("#stop")).to_be_hidden()
    page.click("#lake")
    expect(page.locator("#card")).to_contain_text("10.0 m a pixel", timeout=WAIT)
    expect(page.locator("#hero")).to_be_hidden()
    expect(page.locator(".td-date-before")).to_have_text("Before 2019-06-20")
    page.click("button:has-text('What became what?')")
    expect(page.locator("#chat")).to_contain_text("trees", timeout=WAIT)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_nothing_important_lies_below_the_fold(browser, address, width, height):
    with visiting(browser, address) as page:
        page.set_viewport_size({"width": width, "height": height})
        open_sample(page)
        ask(page, "How many buildings appeared?", "7 appeared")
        settled(page)
        for part in ("#card", "#question", "#ask", ".td-ground", ".td-swipe", "#drawer [role=tablist]"):
            box = page.locator(part).first.bounding_box()
            assert box["y"] >= 0, part
            assert box["y"] + box["height"] <= height, part
            assert box["x"] + box["width"] <= width, part
        assert page.locator(".td-ground").bounding_box()["width"] > 0.55 * width
        assert page.evaluate("document.documentElement.scrollHeight") <= height


def test_the_dates_are_swapped_and_filters_belong_to_their_pair(page):
    open_sample(page)
    ask(page, "How many buildings appeared?", "7 appeared")
    tab(page, "Objects")
    box = page.locator("#smallest input[type=number]")
    box.fill("130")
    box.press("Tab")
    page.locator("#smallest input[type=range]").press("ArrowRight")
    expect(page.locator("#note")).to_contain_text(re.compile(r"[1-6] of 7 objects count"), timeout=WAIT)
    ask(page, "How many buildings changed?", "objects from 13")
    expect(page.locator("#stop")).to_be_hidden(timeout=WAIT)  # a request that a reload ends is complained of
    page.reload()
    expect(page.locator("#smallest input[type=number]")).to_have_value(re.compile("13[05]"), timeout=WAIT)
    page.click("#swap")
    expect(page.locator("#card")).to_contain_text("after.tif ⇄ before.tif", timeout=WAIT)
    expect(page.locator("#smallest input[type=number]")).to_have_value("0", timeout=WAIT)


def test_a_class_can_be_switched_off(page):
    open_sample(page)
    ask(page, "What has changed?", "The network says")
    settled(page)
    assert orange(page) > 1000
    page.uncheck(".td-classes input[name=building]")
    assert orange(page) == 0


def test_answers_speak_of_the_area_that_was_drawn(page):
    open_sample(page)
    ask(page, "How many buildings appeared?", "7 appeared")
    settled(page)
    page.click(".leaflet-pm-icon-rectangle")
    box = page.locator(".td-ground").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, box["y"] + 20)
    page.mouse.move(x + 100, y)
    page.mouse.click(box["x"] + box["width"] - 20, y)
    expect(page.locator("#area")).to_contain_text("Answers speak of the drawn area", timeout=WAIT)
    ask(page, "How many buildings changed?", "changed buildings: ")
    expect(page.locator(".td-words")).to_contain_text("in the area of interest", timeout=WAIT)
    told = int(re.search(r"(\d+) changed building", page.locator(".td-words").inner_text())[1])
    assert 0 < told < 7
    page.click("#whole")
    expect(page.locator(".td-words")).to_contain_text("7 changed buildings", timeout=WAIT)


def test_numbers_in_an_answer_open_their_evidence(page):
    open_sample(page)
    ask(page, "How many buildings appeared?", "7 appeared")
    settled(page)
    page.locator("#chat a[href*='#evidence-1']").first.click()
    step = page.locator("#evidence-1")
    expect(step).to_be_visible(timeout=WAIT)
    expect(step).to_contain_text('"count": 7')
    page.wait_for_function("() => document.getElementById('evidence-1').open")


def test_an_offered_question_is_asked_by_a_click(page):
    open_sample(page)
    ask(page, "How many buildings appeared?", "7 appeared")
    page.locator("#chat button:has-text('How sure are you?')").last.click()
    expect(page.locator("#chat")).to_contain_text("Assess certainty", timeout=WAIT)


def test_images_without_a_place_get_the_same_map_in_pixels(page, tmp_path):
    dice = np.random.default_rng(0)
    for name in ("one.png", "two.png"):
        Image.fromarray(dice.integers(0, 255, (256, 256, 3), np.uint8)).save(tmp_path / name)
    page.set_input_files("#before input[type=file]", tmp_path / "one.png")
    expect(page.locator("#card")).to_contain_text("now give the other image", timeout=WAIT)
    page.set_input_files("#after input[type=file]", tmp_path / "two.png")
    expect(page.locator("#card")).to_contain_text("not georeferenced", timeout=WAIT)
    ask(page, "How many buildings appeared?", "7 appeared")
    settled(page)
    assert orange(page) > 1000
    expect(page.locator(".leaflet-control-scale-line")).to_contain_text("px")
    page.locator(".td-ground").hover(position={"x": 300, "y": 200})
    expect(page.locator(".td-coordinates")).to_contain_text("column")


def test_an_index_is_shown_on_the_map_and_taken_away(page, tmp_path):
    before = write(tmp_path / "2020-06-01.tif", stack(FOREST, FOREST))
    after = write(tmp_path / "2021-06-01.tif", stack(WATER, FOREST))
    page.set_input_files("#before input[type=file]", before)
    expect(page.locator("#card")).to_contain_text("now give the other image", timeout=WAIT)
    page.set_input_files("#after input[type=file]", after)
    expect(page.locator("#card")).to_contain_text("EPSG:32614", timeout=WAIT)
    ask(page, "How did the NDVI change?", "Less vegetation")
    expect(page.locator(".td-classes")).to_contain_text("ndvi change, -0.5 to 0.5", timeout=WAIT)
    page.locator(".td-opacity").fill("1")
    purple = np.abs(picture(page) - (118, 42, 131)).max(axis=2) < 20
    assert purple.sum() > 1000
    tab(page, "Export")
    with page.expect_download() as download:
        page.click("#files a:has-text('ndvi-change.tif')")
    assert download.value.suggested_filename == "ndvi-change.tif"


def test_a_person_tells_what_took_the_images(page, tmp_path):
    for name in ("2020-06-01", "2021-06-01"):
        write(tmp_path / f"{name}.tif", stack(FOREST, WATER)[:5], (None,) * 5)
    page.set_input_files("#before input[type=file]", tmp_path / "2020-06-01.tif")
    expect(page.locator("#card")).to_contain_text("now give the other image", timeout=WAIT)
    page.set_input_files("#after input[type=file]", tmp_path / "2021-06-01.tif")
    expect(page.locator("#card")).to_contain_text("EPSG:32614", timeout=WAIT)
    ask(page, "What is the NDVI of the later image?", "say it with “Sensor” (tab Pair)")
    tab(page, "Pair")
    box = page.locator("#sensor input")
    box.fill("sentinel-2-l2a:B02,B03,B04,B08,B11")
    box.press("Enter")
    box.press("Tab")
    expect(page.locator("#sensor-note")).to_contain_text("Sentinel-2 Level-2A", timeout=WAIT)
    ask(page, "What is the NDVI of the later image?", "NDVI at the later date is")


def test_uploads_that_cannot_be_compared_are_told_and_the_page_lives_on(page, sample, tmp_path):
    (tmp_path / "broken.tif").write_text("no image", encoding="utf-8")
    page.set_input_files("#before input[type=file]", sample.before)
    expect(page.locator("#card")).to_contain_text("give the other image", timeout=WAIT)
    page.set_input_files("#after input[type=file]", tmp_path / "broken.tif")
    expect(page.locator("#after [role=status]")).to_contain_text("is not an image of a known kind", timeout=WAIT)
    assert all("400" in complaint for complaint in page.complaints), "the browser tells of the refusal"
    page.complaints.clear()
    ask(page, "what has changed?", "There are no images yet")


def test_two_visitors_do_not_see_each_other(browser, address, page):
    open_sample(page)
    with visiting(browser, address) as other:
        ask(other, "what has changed?", "There are no images yet")
        reply = other.request.get(f"{address}/picture/1/before.png")
        assert reply.status == 404
    assert page.request.get(f"{address}/picture/1/before.png").status == 200


def test_deleted_data_is_gone(page, address, served):
    open_sample(page)
    folders = set(served[1].visitors.root.iterdir())
    page.click("#menu-button")
    page.click("#forget-ask")
    expect(page.locator("#forget-warning")).to_be_visible()
    page.click("#forget")
    expect(page.locator("#chat")).to_contain_text("are deleted", timeout=WAIT)
    expect(page.locator(".td-map")).to_be_empty()
    assert page.request.get(f"{address}/picture/1/before.png").status == 404
    assert folders - set(served[1].visitors.root.iterdir())


class WaitingPredictor(KnownMaskPredictor):
    """Looks at a part only when it may."""

    def __init__(self):
        super().__init__()
        self.asked, self.may_go = Event(), Event()

    def predict_part(self, *told):
        self.asked.set()
        assert self.may_go.wait(30)
        return super().predict_part(*told)


def test_long_work_tells_its_progress_and_can_be_stopped(browser):
    eyes = WaitingPredictor()
    with serving(eyes) as (address, server), visiting(browser, address) as page:
        open_sample(page)
        page.fill("#question textarea", "What has changed?")
        page.click("#ask")
        assert eyes.asked.wait(30)
        page.click("#stop")
        page.wait_for_timeout(500)
        eyes.may_go.set()
        visitor = next(iter(server.visitors._all.values()))
        with visitor.lock:
            assert visitor.session.steps == ()
        ask(page, "How many buildings appeared?", "7 appeared")


def test_a_question_asked_while_another_is_answered_is_answered_too_and_a_double_click_asks_once(browser):
    eyes = WaitingPredictor()
    with serving(eyes) as (address, _), visiting(browser, address) as page:
        open_sample(page)
        page.fill("#question textarea", "How many buildings appeared?")
        page.dblclick("#ask")
        assert eyes.asked.wait(30)
        expect(page.locator("#question textarea")).to_have_value("", timeout=WAIT)
        page.fill("#question textarea", "How large are the changed roads?")
        page.click("#ask")
        expect(page.locator("#chat")).to_contain_text("How large are the changed roads?", timeout=WAIT)
        eyes.may_go.set()
        expect(page.locator("#chat")).to_contain_text("7 appeared", timeout=WAIT)
        expect(page.locator("#chat")).to_contain_text(re.compile("roads .*cover 0 m²", re.IGNORECASE), timeout=WAIT)
        # Messages that follow each other share one element, so that the words themselves are counted.
        assert page.locator("#chat").inner_text().count("How many buildings appeared?") == 1


def test_a_page_that_is_loaded_anew_in_the_middle_of_work_gets_the_answer(browser):
    eyes = WaitingPredictor()
    with serving(eyes) as (address, _), visiting(browser, address) as page:
        open_sample(page)
        page.fill("#question textarea", "How many buildings appeared?")
        page.click("#ask")
        assert eyes.asked.wait(30)
        page.reload()
        expect(page.locator("#chat")).to_contain_text("How many buildings appeared?", timeout=WAIT)
        eyes.may_go.set()
        expect(page.locator("#chat")).to_contain_text("7 appeared", timeout=WAIT)


@pytest.mark.parametrize(("width", "name"), [(1440, "laptop"), (900, "tablet"), (400, "phone")])
def test_nothing_is_cut_off_at_any_width(browser, address, width, name):
    with visiting(browser, address) as page:
        page.set_viewport_size({"width": width, "height": 900})
        open_sample(page)
        ask(page, "How many buildings appeared?", "7 appeared")
        settled(page)
        seen = picture(page)
        assert seen[100:-100, 100:-100].std() > 12, "both dates and the change are on the map"
        assert page.complaints == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".td-ground").bounding_box()["width"] > 0.5 * min(width, 700)


def test_the_page_asks_for_a_password_where_one_is_set(browser):
    with serving(auth=("ann", "secret")) as (address, _):
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        assert page.request.get(f"{address}/picture/1/before.png").status == 401
        page.locator("input").first.fill("ann")
        page.locator("input[type=password]").fill("secret")
        page.locator("button:has-text('Login')").click()
        page.wait_for_selector("#sample", timeout=WAIT)
        context.close()


def test_a_visitor_searches_the_archive_sees_cards_and_opens_one(browser, tmp_path):
    embedder = ColourEmbedder()
    for colour in ("red", "grey", "blue"):
        write_pair(tmp_path / "pairs", colour, colour)
    fill(tmp_path / "archive", tmp_path / "pairs", embedder)
    with serving(eyes=embedder.predictor, archive=tmp_path / "archive") as (address, server):
        server.visitors.agent.embedder = lambda: embedder
        with visiting(browser, address) as page:
            ask(page, "Find places where blue houses are built", "nearest")
            cards = page.locator(".td-cards img")
            expect(cards).to_have_count(3, timeout=WAIT)
            assert all(
                cards.nth(n).evaluate("image => image.decode().then(() => image.naturalWidth)") > 50 for n in range(3)
            )
            expect(page.locator(".td-cards figcaption").first).to_contain_text("1. blue houses are built")
            page.click("button:has-text('Open the first one')")
            expect(page.locator("#card")).to_contain_text("blue.tif", timeout=WAIT)
            page.wait_for_selector(".leaflet-tile-loaded", state="attached", timeout=WAIT)
            assert page.outside == []
            assert page.complaints == []


def test_found_places_are_marked_on_the_map_and_opened_from_it(browser, tmp_path):
    embedder = ColourEmbedder()
    for number, colour in enumerate(("red", "grey", "blue")):
        write_pair(tmp_path / "pairs", colour, colour, corner=(5e5 + 2e3 * number, 59e5))
    fill(tmp_path / "archive", tmp_path / "pairs", embedder)
    with serving(eyes=embedder.predictor, archive=tmp_path / "archive") as (address, server):
        server.visitors.agent.embedder = lambda: embedder
        with visiting(browser, address) as page:
            ask(page, "Find places where blue houses are built", "nearest")
            expect(page.locator(".td-place")).to_have_count(3, timeout=WAIT)
            expect(page.locator(".td-words")).to_contain_text("3 places that were found")
            assert not page.locator(".td-swipe").count(), "there are no images to swipe between"
            inside = page.locator(".td-ground").bounding_box()
            for mark in page.locator(".td-place").all():
                box = mark.bounding_box()
                assert inside["x"] < box["x"] < inside["x"] + inside["width"]
            page.wait_for_timeout(500)  # the map flies to the marks; a click on one that moves is lost
            page.click(".td-place[title^='1.']")
            expect(page.locator(".td-popup")).to_contain_text("1. blue houses are built", timeout=WAIT)
            width = "image => image.decode().then(() => image.naturalWidth)"
            assert page.locator(".td-popup img").evaluate(width) > 50
            page.click(".td-popup button:has-text('Open number 1')")
            expect(page.locator("#card")).to_contain_text("blue.tif", timeout=WAIT)
            page.wait_for_selector(".leaflet-tile-loaded", state="attached", timeout=WAIT)
            expect(page.locator(".td-place.td-chosen")).to_have_text("1")
            expect(page.locator(".td-swipe")).to_be_visible()
            assert page.outside == []
            assert page.complaints == []


def test_what_became_what_is_shown_on_the_map_and_taken_away(browser, tmp_path):
    files = [
        write(tmp_path / "2020-06-01.tif", stack(FOREST, FOREST, FOREST, WATER, WATER)),
        write(tmp_path / "2021-06-01.tif", stack(WATER, FOREST, FOREST, WATER, WATER)),
    ]
    with serving() as (address, _), visiting(browser, address) as page:
        for place, path in enumerate(files):
            page.locator("input[type=file]").nth(place).set_input_files(path)
            page.wait_for_timeout(500)
        expect(page.locator("#card")).to_contain_text("2021-06-01.tif", timeout=WAIT)
        ask(page, "What became what?", "low vegetation to water")
        expect(page.locator(".td-cover")).to_contain_text("landcover change")
        expect(page.locator(".td-cover .td-swatch")).to_have_count(5)
        blue = (np.abs(picture(page) - (0, 114, 178)).sum(axis=-1) < 160).mean()
        assert blue > 0.02, "what became water is blue"
        tab(page, "Export")
        with page.expect_download() as download:
            page.click("#files a:has-text('landcover-change.svg')")
        download.value.save_as(tmp_path / "flow.svg")
        assert (tmp_path / "flow.svg").read_text(encoding="utf-8").startswith("<svg")
        assert page.complaints == []
