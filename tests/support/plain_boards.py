# SPDX-License-Identifier: GPL-3.0-or-later
"""plain_boards.py SOURCE BASE: asks a stand-in page by page and says what the first 13 columns must hold.

Reckoned without a line of Linnet: a JSON list of {id, cells}; blanks and dashes of descriptions are left out,
and blanks of titles are one.
"""
import datetime
import html
import json
import re
import sys
import urllib.request
from zoneinfo import ZoneInfo


def get(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)


def squeezed(text):
    """Markup has no words; whatever stands between words is no matter here."""
    return re.sub(r"[\s\-\u00a0]+", "", html.unescape(html.unescape(re.sub(r"<[^>]*>", " ", text or ""))))


def title(text):
    return " ".join(html.unescape(text or "").split())


def amount(value):
    return "" if not value or value <= 0 else str(value)


def code(value):
    return {"RUB": "RUR", "BYN": "BYR"}.get(value, value)


def pay(low, high, currency, usual):
    low, high = amount(low), amount(high)
    return [low, high, code(currency or usual) if low or high else ""]


def jobicy(base):
    for job in get(base + "/remote-jobs?count=100")["jobs"]:
        kinds = job["jobType"] or []
        yield str(job["id"]), [
            title(job["jobTitle"]), job["url"] or "", job["pubDate"] or "", "",
            *pay(job.get("salaryMin"), job.get("salaryMax"), job.get("salaryCurrency"), "USD"),
            job["jobLevel"] or "", ", ".join(kinds[1:]), "", html.unescape(job["companyName"] or ""),
            ", ".join(part.strip() for part in (job["jobGeo"] or "").split(",") if part.strip()),
            squeezed(job["jobDescription"])]


def utc(seconds):
    moment = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def himalayas(base):
    page, told = 1, 1
    while (page - 1) * 20 < told:
        answer = get(f"{base}/search?sort=recent&page={page}")
        told, page = answer["totalCount"], page + 1
        for job in answer["jobs"]:
            places = [place if isinstance(place, str) else place["name"]
                      for place in job["locationRestrictions"] or []]
            yield re.sub(r".*/companies/([^/]+)/jobs/([^/]+)$", r"\1/\2", job["guid"]), [
                title(job["title"]), job["applicationLink"] or job["guid"],
                utc(job["pubDate"]) if job["pubDate"] else "", "",
                *pay(job["minSalary"], job["maxSalary"], job["currency"], "USD"),
                ", ".join(job["seniority"] or []), "", "", job["companyName"] or "",
                ", ".join(places) or "Worldwide", squeezed(job["description"])]


def label(entry):
    return (entry or {}).get("label") or ""


def jobtech(base):
    offset, told = 0, 1
    while offset < told:
        answer = get(f"{base}/search?sort=pubdate-desc&offset={offset}&limit=100")
        told, offset = answer["total"]["value"], offset + 100
        for ad in answer["hits"]:
            moment = datetime.datetime.fromisoformat(ad["publication_date"])
            offset_text = moment.replace(tzinfo=ZoneInfo("Europe/Stockholm")).strftime("%z")
            place = ad["workplace_address"] or {}
            names = [name for name in (place.get("municipality"), place.get("region")) if name]
            skills = []
            for part in ("must_have", "nice_to_have"):
                skills += [label(skill) for skill in (ad[part] or {}).get("skills", [])]
            yield str(ad["id"]), [
                title(ad["headline"]),
                ad["webpage_url"] or f"https://arbetsformedlingen.se/platsbanken/annonser/{ad['id']}",
                ad["publication_date"] + offset_text[:3] + ":" + offset_text[3:], "", "", "", "",
                "not required" if ad["experience_required"] is False else "", label(ad["working_hours_type"]),
                ";".join(dict.fromkeys(skill for skill in skills if skill)),
                (ad["employer"] or {}).get("name") or "", ", ".join(names),
                squeezed((ad["description"] or {}).get("text"))]


def mycareersfuture(base):
    page, told = 0, 1
    while page * 100 < told:
        question = json.dumps({"search": ""}).encode()
        request = urllib.request.Request(f"{base}/search?limit=100&page={page}", question,
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as listed:
            answer = json.load(listed)
        told, page = answer["total"], page + 1
        for job in answer["results"]:
            told_of, wage = job["metadata"] or {}, job["salary"] or {}
            years, place = job["minimumYearsExperience"], job["address"] or {}
            kinds = [kind["employmentType"] for kind in job["employmentTypes"] or []]
            places = [district["location"] for district in place.get("districts", [])]
            yield job["uuid"], [
                title(job["title"]),
                told_of.get("jobDetailsUrl") or f"https://www.mycareersfuture.gov.sg/job/{job['uuid']}",
                told_of.get("newPostingDate") or "", "",
                *pay(wage.get("minimum"), wage.get("maximum"), "SGD", "SGD"),
                "" if years is None else "not required" if years == 0 else f"{years}+ years",
                ", ".join(kinds[1:]), "", (job["postedCompany"] or {}).get("name") or "",
                ", ".join([*places, "Singapore"]), ""]


def usajobs(base):
    page, told = 1, 1
    while (page - 1) * 100 < told:
        request = urllib.request.Request(f"{base}/Search?ResultsPerPage=100&Page={page}", None,
                                         {"Authorization-Key": "any"})
        with urllib.request.urlopen(request, timeout=60) as listed:
            result = json.load(listed)["SearchResult"]
        told, page = result["SearchResultCountAll"], page + 1
        for item in result["SearchResultItems"]:
            job = item["MatchedObjectDescriptor"]
            wage, details = job["PositionRemuneration"][0], job["UserArea"]["Details"]
            states = [place["CountrySubDivisionCode"].replace("Georgia", "GA") for place in job["PositionLocation"]]
            if len(states) == 1:
                states.insert(0, job["PositionLocation"][0]["CityName"].split(",")[0])
            moment = datetime.datetime.fromisoformat(job["PublicationStartDate"][:19])
            offset = moment.replace(tzinfo=ZoneInfo("America/New_York")).strftime("%z")
            low, high = (float(wage[bound]) for bound in ("MinimumRange", "MaximumRange"))
            yield item["MatchedObjectId"], [
                title(job["PositionTitle"]), job["PositionURI"],
                moment.isoformat() + offset[:3] + ":" + offset[3:], "",
                *pay(int(low), int(high), "USD", "USD"), "", job["PositionOfferingType"][0]["Name"], "",
                html.unescape(job["OrganizationName"]), ", ".join([*states, "United States"]),
                squeezed(details["JobSummary"] + " " + " ".join(details["MajorDuties"]))]


def mpsv(base):
    for ad in get(base + "/volna-mista.json")["polozky"]:
        place, firm = ad["mistoVykonuPrace"] or {}, ad["zamestnavatel"] or {}
        towns = [work["adresa"]["nazevObce"] for work in place.get("pracoviste", [])[:1]]
        shift = {"Smennost/jednosm": "jednosměnný provoz"}.get((ad["smennost"] or {}).get("id"), "")
        moment = datetime.datetime.fromisoformat(ad["datumVlozeni"]) if ad["datumVlozeni"] else None
        offset = moment.replace(tzinfo=ZoneInfo("Europe/Prague")).strftime("%z") if moment else ""
        yield str(ad["portalId"]), [
            title((ad["pozadovanaProfese"] or {}).get("cs")),
            f"https://up.gov.cz/volna-mista-v-cr#/volna-mista-detail/{ad['portalId']}",
            moment.isoformat() + offset[:3] + ":" + offset[3:] if moment else "", "",
            *pay(ad["mesicniMzdaOd"], ad["mesicniMzdaDo"], "CZK", "CZK"), "", shift,
            ";".join(dict.fromkeys(skill["popis"] for skill in ad["pozadovanaDovednost"] or [])),
            firm.get("nazev") or "", ", ".join([*towns, "Czechia"]),
            squeezed((ad["upresnujiciInformace"] or {}).get("cs"))]


COMPANIES = {"greenhouse": "v1/boards/{}/jobs", "lever": "v0/postings/{}", "recruitee": "{}/api/offers/",
             "ashby": "posting-api/job-board/{}", "workable": "api/v1/widget/accounts/{}"}


def boards(base):
    """Of the services that give JSON and whole records, one company each."""
    for number, (service, path) in enumerate(COMPANIES.items(), 5001):
        answer = get(f"{base}/{service}/{path.format(number)}")
        for ad in answer if isinstance(answer, list) else answer.get("jobs") or answer.get("offers"):
            key, cells = globals()[service](ad, str(number))
            yield f"{service}/{number}/{key}", cells


def place(text):
    """Without the word that says that the place does not matter."""
    parts = [part.strip() for part in (text or "").split(",")]
    return ", ".join(dict.fromkeys(part for part in parts if part and part != "Remote"))


def greenhouse(ad, company):
    return ad["id"], [
        title(ad["title"]), ad["absolute_url"] or "", ad["first_published"] or ad["updated_at"] or "", "", "", "",
        "", "", "", "", ad["company_name"] or company, place((ad["location"] or {}).get("name")),
        squeezed(html.unescape(ad["content"] or ""))]


def lever(ad, company):
    wage = ad.get("salaryRange") or {}
    texts = [ad["descriptionPlain"] or ""]
    for part in ad["lists"] or []:
        texts += [part["text"], part["content"]]
    return ad["id"], [
        title(ad["text"]), ad["applyUrl"] or ad["hostedUrl"] or "",
        utc(ad["createdAt"] / 1000) if ad["createdAt"] else "", "",
        *pay(wage.get("min"), wage.get("max"), wage.get("currency"), "USD"), "", "", "", company,
        place((ad["categories"] or {}).get("location")), squeezed(" ".join(texts))]


def recruitee(ad, company):
    wage = ad["salary"] or {}
    moment = (ad["published_at"] or "").replace(" UTC", "Z").replace(" ", "T")
    return ad["id"], [
        title(ad["title"]), ad["careers_url"] or "", moment, "",
        *pay(wage.get("min"), wage.get("max"), wage.get("currency"), "EUR"),
        (ad["experience_code"] or "").replace("_", " "), "", ";".join(ad["tags"] or []),
        ad["company_name"] or company, ", ".join(part for part in (ad["city"], ad["country"]) if part),
        squeezed((ad["description"] or "") + " " + (ad["requirements"] or ""))]


def ashby(ad, company):
    wage = ((ad["compensation"] or {}).get("summaryComponents") or [{}])[0]
    country = ((ad["address"] or {}).get("postalAddress") or {}).get("addressCountry")
    return ad["id"], [
        title(ad["title"]), ad["jobUrl"] or "", ad["publishedAt"] or "", "",
        *pay(wage.get("minValue"), wage.get("maxValue"), wage.get("currencyCode"), "USD"), "", "", "", company,
        ", ".join(part for part in (ad["location"], country) if part), squeezed(ad["descriptionHtml"])]


def workable(ad, company):
    return ad["shortcode"], [
        title(ad["title"]), ad["url"] or "", ad["published_on"] or "", "", "", "", "", ad["experience"] or "", "", "",
        company, ", ".join(part for part in (ad["city"], ad["country"]) if part), squeezed(ad["description"])]


source, root = sys.argv[1:]
json.dump([{"id": key, "cells": cells} for key, cells in globals()[source](root)], sys.stdout)
